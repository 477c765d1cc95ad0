using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Checking;

/// <summary>Finds the link that would join switches in a ring.</summary>
internal sealed class SwitchRings(DeviceIndex devices)
{
    // For each switch that is joined to another, one that stands for the segment.
    private readonly Dictionary<string, string> _segments = new(StringComparer.Ordinal);
    private HashSet<string>? _switches;

    /// <summary>Takes a link in. True if its ends are on one segment already.</summary>
    internal bool IsClosedBy(LinkMember link)
    {
        _switches ??= [.. devices.Specs.Where(spec => !spec.Kind.HasAddress).SelectMany(spec => spec.Members)];
        if (!_switches.Contains(link.First) || !_switches.Contains(link.Second))
            return false;

        (string first, string second) = (SegmentOf(link.First), SegmentOf(link.Second));
        _segments[first] = second;
        return first == second;
    }

    private string SegmentOf(string device)
    {
        while (_segments.TryGetValue(device, out string? next) && next != device)
            device = next;
        return device;
    }
}
