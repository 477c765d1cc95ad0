using System.Globalization;
using Wavetank.Links.Places;

namespace Wavetank.Scenarios.Kinds.Places;

/// <summary>A place on the Earth that has a name.</summary>
public sealed class PlaceKind : Kind
{
    /// <summary>A row for <see cref="ScenarioTables.Places"/>.</summary>
    /// <param name="place">The place, with the name that a scenario writes.</param>
    public PlaceKind(KnownPlace place)
        : base(Checked(place).Name, place.Summary)
    {
        Place = place.Place;
    }

    /// <summary>Its coordinates.</summary>
    public Place Place { get; }

    /// <summary>The coordinates as a scenario may write them, too: <c>50.11, 8.68</c>.</summary>
    public string Coordinates => string.Create(CultureInfo.InvariantCulture, $"{Place.Latitude:0.0#####}, {Place.Longitude:0.0#####}");

    private static KnownPlace Checked(KnownPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentException.ThrowIfNullOrWhiteSpace(place.Name, nameof(place));
        return place;
    }
}
