using System.Globalization;
using Wavetank.Devices;
using Wavetank.Devices.Topologies;
using Wavetank.Links;

namespace Wavetank.Scenarios.Graphs;

/// <summary>Reads what an edge says of its link.</summary>
internal sealed class EdgeAttributes(GraphProblems problems)
{
    private const string Back = "backward-";

    // A link that is called by its ends is longer than a device's name may be.
    private const int LongestName = 130;

    // The names of the scenario file first, then those that other programs have for the same.
    private static readonly (string Key, string[] Others)[] Conditions =
    [
        ("rate", ["bandwidth"]), ("delay", ["latency"]), ("jitter", []), ("loss", ["packet-loss"]), ("duplicate", []), ("reorder", []), ("corrupt", []), ("mtu", []), ("cost", []),
    ];

    private static readonly string[] Known =
        ["name", "label", .. Conditions.SelectMany(one => (string[])[one.Key, $"{Back}{one.Key}", .. one.Others])];

    public PlannedLink Read(GraphEdge edge, string group)
    {
        SpelledAttributes.Check(edge.Attributes, Known, problems);
        PlannedConditions forward = ReadAll(edge.Attributes, "", PlannedConditions.None);
        PlannedConditions backward = edge.Opposite is { } opposite
            ? ReadOpposite(opposite)
            : ReadAll(edge.Attributes, Back, forward);
        return new PlannedLink(edge.First.DeviceName, edge.Second.DeviceName, group)
        {
            Name = NameOf(edge),
            Forward = forward,
            Backward = backward,
        };
    }

    private PlannedConditions ReadOpposite(GraphEdge opposite)
    {
        SpelledAttributes.Check(opposite.Attributes, Known, problems);
        return ReadAll(opposite.Attributes, "", PlannedConditions.None);
    }

    /// <summary>A name that the scenario can write; null where the edge gives none, or nothing of it can be in one.</summary>
    private static string? NameOf(GraphEdge edge)
    {
        if (!edge.Attributes.TryGet("name", out GraphAttribute? name))
        {
            return null;
        }

        return DeviceNames.IsName(name.Value, LongestName) ? name.Value : DeviceNames.Made(name.Value) is { Length: > 0 } made ? made : null;
    }

    private PlannedConditions ReadAll(GraphAttributes attributes, string prefix, PlannedConditions inherited)
    {
        PlannedConditions read = inherited;
        foreach ((string key, string[] others) in Conditions)
        {
            GraphAttribute? given = null;
            foreach (string name in (IEnumerable<string>)[key, .. others])
            {
                if (given is null && attributes.TryGet(prefix + name, out GraphAttribute? found))
                {
                    given = found;
                }
            }

            if (given is not null)
            {
                read = Read(key, given, read);
            }
        }

        // The Topology Zoo has the speed of a link in bits per second here.
        if (prefix.Length == 0 && read.Rate is null && attributes.TryGet("linkspeedraw", out GraphAttribute? speed)
            && decimal.TryParse(speed.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal bits)
            && bits is >= 1 and <= long.MaxValue)
        {
            read = read with { Rate = new DataRate((long)bits) };
        }

        return read;
    }

    private PlannedConditions Read(string key, GraphAttribute given, PlannedConditions read)
    {
        string problem = "";
        string text = given.Value;
        PlannedConditions? changed = key switch
        {
            "rate" => Quantities.TryReadRate(text, out DataRate rate, out problem) ? read with { Rate = rate } : null,
            "delay" => Quantities.TryReadTime(text, out TimeSpan delay, out problem) ? read with { Delay = delay } : null,
            "jitter" => Quantities.TryReadTime(text, out TimeSpan jitter, out problem) ? read with { Jitter = jitter } : null,
            "loss" => Quantities.TryReadShare(text, out double loss, out problem) ? read with { Loss = loss } : null,
            "duplicate" => Quantities.TryReadShare(text, out double share, out problem) ? read with { Duplicate = share } : null,
            "reorder" => Quantities.TryReadShare(text, out double share, out problem) ? read with { Reorder = share } : null,
            "corrupt" => Quantities.TryReadShare(text, out double share, out problem) ? read with { Corrupt = share } : null,
            "mtu" => Quantities.TryReadWhole(text.EndsWith('B') ? text[..^1] : text, 68, 65_535, out int mtu, out problem) ? read with { Mtu = mtu } : null,
            _ => Quantities.TryReadWhole(text, 1, Network.MaximumLinkCost, out int cost, out problem) ? read with { Cost = cost } : null,
        };
        if (changed is null)
        {
            problems.Add(given.Place, $"{key}: {problem}");
        }

        return changed ?? read;
    }
}
