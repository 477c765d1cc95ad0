using Wavetank.Links.Queues;
using Wavetank.Scenarios.Units;
using static Wavetank.Scenarios.Kinds.Queues.SharedQueueOptions;

namespace Wavetank.Scenarios.Kinds.Queues;

/// <summary>Queues that drop only when they are full.</summary>
internal static class SimpleQueues
{
    private static readonly Option<QueueLimit> BandLimit = LimitOf(
        QueueLimit.Packets(100), "How much each band holds; what comes when it is full is dropped.");

    internal static readonly QueueKind Fifo = new(
        "fifo",
        "First in, first out; drops what arrives when it is full (drop-tail).",
        values => new FifoQueueOptions { LimitPackets = PacketsIn(values, Limit), LimitBytes = BytesIn(values, Limit) },
        Limit);

    internal static readonly QueueKind HeadDrop = new(
        "head-drop",
        "First in, first out; when it is full, what waited longest makes room.",
        values => new HeadDropQueueOptions { LimitPackets = PacketsIn(values, Limit), LimitBytes = BytesIn(values, Limit) },
        Limit);

    private static readonly Option<long> Bands = Option<long>.WithDefault(
        "bands", ValueFormats.Count, 3, "How many bands there are.", new OrderedRange<long>(2, PriorityQueueOptions.Priorities));

    private static readonly ListOption<long> PriorityMap = new(
        "priomap", ValueFormats.Count, "The band of each of Linux's 16 priorities; [1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1] when absent.");

    internal static readonly QueueKind Priority = new(
        "priority",
        "Bands by the ToS bits, three as Linux's prio has them; a band is sent only while those before it are empty.",
        values => new PriorityQueueOptions
        {
            Bands = (int)values.Get(Bands),
            PriorityMap = MapIn(values),
            LimitPackets = PacketsIn(values, BandLimit),
            LimitBytes = BytesIn(values, BandLimit),
        },
        Bands, PriorityMap, BandLimit)
    {
        Check = CheckMap,
    };

    internal static readonly QueueKind Drr = new(
        "drr",
        "Deficit round robin: flows take turns, each with as many bytes as the others.",
        values => new DrrQueueOptions
        {
            Quantum = (int)values.Get(Quantum).Bytes,
            Flows = (int)values.Get(Flows),
            LimitPackets = PacketsIn(values, ManagedLimit),
            LimitBytes = BytesIn(values, ManagedLimit),
        },
        Quantum, Flows, ManagedLimit);

    private static IReadOnlyList<int> MapIn(OptionValues values) =>
        values.Get(PriorityMap) is { Count: > 0 } map ? [.. map.Select(band => (int)Math.Min(band, int.MaxValue))] : PriorityQueueOptions.DefaultPriorityMap;

    private static (Option Option, string Problem)? CheckMap(OptionValues values)
    {
        long bands = values.Get(Bands);
        IReadOnlyList<int> map = MapIn(values);
        if (map.Count != PriorityQueueOptions.Priorities)
            return (PriorityMap, $"has {map.Count} {(map.Count == 1 ? "band" : "bands")}, but there are {PriorityQueueOptions.Priorities} priorities; write a band for each");
        if (map.FirstOrDefault(band => band >= bands, -1) is >= 0 and var wrong)
            return values.Has(PriorityMap)
                ? (PriorityMap, $"has band {wrong}, but the {bands} bands are 0 to {bands - 1}")
                : (Bands, $"bands is {bands}, but the usual priomap goes to band {wrong}; write a priomap too");
        return null;
    }
}
