using Wavetank.Links.Queues;
using Wavetank.Scenarios.Units;
using static Wavetank.Scenarios.Kinds.Queues.SharedQueueOptions;

namespace Wavetank.Scenarios.Kinds.Queues;

/// <summary>Controlled delay, before one line and before flows.</summary>
internal static class CodelRows
{
    private static readonly Option<Duration> Target = Option<Duration>.WithDefault(
        "target", ValueFormats.Duration, new Duration(5_000_000), "The wait that is fine for good.", AboveZero);

    private static readonly Option<Duration> Interval = Option<Duration>.WithDefault(
        "interval", ValueFormats.Duration, new Duration(100_000_000), "How long waits may be above the target before packets are dropped: a round trip of most flows.", AboveZero);

    private static readonly Option<bool> CodelEcn = Ecn(false);

    private static readonly Option<bool> FqCodelEcn = Ecn(true);

    private static readonly Option<Duration> CeThreshold = Option<Duration>.Optional(
        "ce-threshold", ValueFormats.Duration, "A packet that understands marks and waited longer is marked as it leaves, whatever ecn says; none when absent.", AboveZero);

    private static readonly Option<QueueLimit> FqCodelLimit = LimitOf(
        QueueLimit.Packets(10_240), "How many packets the queue holds in all; when there are more, the fattest flow loses some.");

    private static readonly Option<ByteSize> MemoryLimit = Option<ByteSize>.WithDefault(
        "memory-limit", ValueFormats.Size, new ByteSize(32 * 1024 * 1024), "How many bytes the queue holds in all.", new OrderedRange<ByteSize>(new ByteSize(1)));

    internal static readonly QueueKind Codel = new(
        "codel",
        "Controlled delay: drops from the head once packets have waited too long for too long (RFC 8289).",
        values => new CodelQueueOptions
        {
            Target = values.Get(Target).ToTimeSpan(),
            Interval = values.Get(Interval).ToTimeSpan(),
            Ecn = values.Get(CodelEcn),
            CeThreshold = values.GivenOrNull(CeThreshold)?.ToTimeSpan(),
            LimitPackets = PacketsIn(values, ManagedLimit),
            LimitBytes = BytesIn(values, ManagedLimit),
        },
        Target, Interval, CodelEcn, CeThreshold, ManagedLimit);

    internal static readonly QueueKind FqCodel = new(
        "fq-codel",
        "Flows take turns, each controlled by CoDel; a flow that sends little goes first (RFC 8290).",
        values => new FqCodelQueueOptions
        {
            Flows = (int)values.Get(Flows),
            Quantum = (int)values.Get(Quantum).Bytes,
            Target = values.Get(Target).ToTimeSpan(),
            Interval = values.Get(Interval).ToTimeSpan(),
            Ecn = values.Get(FqCodelEcn),
            CeThreshold = values.GivenOrNull(CeThreshold)?.ToTimeSpan(),
            LimitPackets = (int)values.Get(FqCodelLimit).Amount,
            MemoryLimit = values.Get(MemoryLimit).Bytes,
        },
        Flows, Quantum, Target, Interval, FqCodelEcn, CeThreshold, FqCodelLimit, MemoryLimit)
    {
        Check = values => values.Get(FqCodelLimit).IsPackets
            ? null
            : (FqCodelLimit, $"limit takes packets, such as {FqCodelLimit.Default}; a limit in bytes is memory-limit"),
    };
}
