using Wavetank.Links.Places;

namespace Wavetank.Scenarios.Kinds.Places;

/// <summary>The table of places; its rows are the core's.</summary>
internal static class PlaceKinds
{
    internal static readonly KindTable<PlaceKind> Table = new("place", [.. KnownPlaces.All.Select(place => new PlaceKind(place))]);
}
