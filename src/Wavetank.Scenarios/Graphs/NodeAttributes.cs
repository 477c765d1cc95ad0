using System.Globalization;
using Wavetank.Devices.Topologies;
using Wavetank.Links.Places;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Graphs;

/// <summary>Reads what a node says of its device.</summary>
internal sealed class NodeAttributes(GraphProblems problems)
{
    private static readonly Dictionary<string, PlannedDeviceKind> Kinds = Enum.GetValues<PlannedDeviceKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant());
    private static readonly string[] Known = ["kind", "group", "place", "latitude", "longitude", "label"];

    public PlannedDevice Read(GraphNode node)
    {
        SpelledAttributes.Check(node.Attributes, Known, problems);
        string? group = node.Attributes.TryGet("group", out GraphAttribute? given) ? given.Value : node.Part;
        return new PlannedDevice(node.DeviceName, KindOf(node))
        {
            Group = group is null || DeviceNames.Made(group) is not { Length: > 0 } name ? null : char.IsAsciiDigit(name[0]) ? $"n{name}" : name,
            Place = PlaceOf(node),
        };
    }

    private PlannedDeviceKind KindOf(GraphNode node)
    {
        if (!node.Attributes.TryGet("kind", out GraphAttribute? kind))
        {
            return PlannedDeviceKind.Router;
        }

        if (!Kinds.TryGetValue(kind.Value, out PlannedDeviceKind found))
        {
            problems.Add(kind.Place, () => $"{Quoted.Text(kind.Value)} is not a known kind of device{GraphWords.Known(kind.Value, Kinds.Keys)}");
        }

        return found;
    }

    private Place? PlaceOf(GraphNode node)
    {
        if (node.Attributes.TryGet("place", out GraphAttribute? place))
        {
            KnownPlace? known = KnownPlaces.All.FirstOrDefault(one => one.Name == place.Value);
            if (known is null)
            {
                problems.Add(place.Place, () => $"{Quoted.Text(place.Value)} is not a known place{GraphWords.Known(place.Value, KnownPlaces.All.Select(one => one.Name))}");
            }

            return known?.Place;
        }

        // A node of the Topology Zoo that nobody could find on the map has neither.
        if (!node.Attributes.TryGet("latitude", out GraphAttribute? latitude) || !node.Attributes.TryGet("longitude", out GraphAttribute? longitude))
        {
            return null;
        }

        return Degrees(latitude, 90) is { } north && Degrees(longitude, 180) is { } east ? new Place(north, east) : null;
    }

    private double? Degrees(GraphAttribute attribute, double most)
    {
        if (double.TryParse(attribute.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double degrees)
            && Math.Abs(degrees) <= most)
        {
            return degrees;
        }

        problems.Add(attribute.Place, $"{Quoted.Text(attribute.Value)} is no {attribute.Name.ToLowerInvariant()}; degrees from -{most} to {most} are");
        return null;
    }
}
