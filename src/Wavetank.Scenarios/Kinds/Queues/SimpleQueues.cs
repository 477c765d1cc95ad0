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

    internal static readonly QueueKind Priority = new(
        "priority",
        "Three bands by the ToS bits, as Linux's prio has them; a band is sent only while those before it are empty.",
        values => new PriorityQueueOptions { LimitPackets = PacketsIn(values, BandLimit), LimitBytes = BytesIn(values, BandLimit) },
        BandLimit);

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
}
