namespace Wavetank.Devices.Faults.Storms;

/// <summary>Whether, whatever planned faults there are, more than half of some hosts always run and reach each other.</summary>
internal sealed class Majority
{
    private readonly IReadOnlyList<string> _hosts;
    private readonly List<(string Name, string First, string Second)> _links;

    public Majority(Network network, IReadOnlyList<string> hosts)
    {
        _hosts = hosts;
        _links = [.. network.Links.Select(link => (link.Name, DeviceOf(link.FirstInterface), DeviceOf(link.SecondInterface)))];
    }

    /// <summary>Whether it holds for as long as the newest fault lasts, beside those that were planned before it.</summary>
    public bool Survives(IReadOnlyList<PlannedFault> planned, PlannedFault newest)
    {
        // Only where a fault begins can things get worse.
        IEnumerable<TimeSpan> begins = planned.Where(fault => Overlap(fault, newest)).Select(fault => fault.At > newest.At ? fault.At : newest.At).Append(newest.At);
        return begins.Distinct().All(instant => HoldsAt([.. planned.Append(newest).Where(fault => fault.At <= instant && instant < fault.At + fault.For)]));
    }

    private static bool Overlap(PlannedFault one, PlannedFault other) => one.At < other.At + other.For && other.At < one.At + one.For;

    private static string DeviceOf(string interfaceName) => interfaceName[..interfaceName.LastIndexOf('.')];

    private bool HoldsAt(PlannedFault[] active)
    {
        HashSet<string> down = [.. active.OfType<PlannedHostFault>().Select(fault => fault.Host)];
        HashSet<string> cut = [.. active.OfType<PlannedCut>().Select(fault => fault.Link), .. active.OfType<PlannedFlap>().Select(fault => fault.Link)];
        IEnumerable<string[]> groups = _hosts.Where(host => !down.Contains(host)).Select(host => ReachableFrom(host, down, cut));
        foreach (PlannedPartition partition in active.OfType<PlannedPartition>())
        {
            // Those on neither side reach both; the larger side with them is what is left.
            groups = groups.SelectMany(group => (string[][])[[.. group.Except(partition.First)], [.. group.Except(partition.Second)]]);
        }

        return groups.Any(group => group.Length * 2 > _hosts.Count);
    }

    private string[] ReachableFrom(string start, HashSet<string> down, HashSet<string> cut)
    {
        HashSet<string> seen = [start];
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out string? device))
        {
            foreach ((string name, string first, string second) in _links)
            {
                string? next = first == device ? second : second == device ? first : null;
                if (next is not null && !cut.Contains(name) && !down.Contains(next) && seen.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return [.. _hosts.Where(seen.Contains)];
    }
}
