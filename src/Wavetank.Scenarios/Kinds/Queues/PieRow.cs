using Wavetank.Links.Queues;
using Wavetank.Scenarios.Units;
using static Wavetank.Scenarios.Kinds.Queues.SharedQueueOptions;

namespace Wavetank.Scenarios.Kinds.Queues;

/// <summary>PIE, with the words of tc.</summary>
internal static class PieRow
{
    private static readonly Option<Duration> Target = Option<Duration>.WithDefault(
        "target", ValueFormats.Duration, new Duration(15_000_000), "The wait that is aimed at.", AboveZero);

    private static readonly Option<Duration> Update = Option<Duration>.WithDefault(
        "tupdate", ValueFormats.Duration, new Duration(15_000_000), "How often the probability is worked out.", AboveZero);

    private static readonly Option<Duration> Burst = Option<Duration>.WithDefault(
        "burst", ValueFormats.Duration, new Duration(150_000_000), "For how long a burst that comes to a quiet queue is let in whole.");

    private static readonly OrderedRange<Factor> GainRange = new(new Factor(0), new Factor(1_000_000));

    private static readonly Option<Factor> Alpha = Option<Factor>.WithDefault(
        "alpha", ValueFormats.Factor, new Factor(0.125m), "How much the probability rises each time for a second of wait above the target.", GainRange);

    private static readonly Option<Factor> Beta = Option<Factor>.WithDefault(
        "beta", ValueFormats.Factor, new Factor(1.25m), "How much the probability rises each time for a second that the wait has grown by.", GainRange);

    private static readonly Option<bool> Marks = Ecn(false);

    internal static readonly QueueKind Row = new(
        "pie",
        "Proportional integral controller enhanced: drops what comes, at random, so that waits stay near a target (RFC 8033).",
        values => new PieQueueOptions
        {
            Target = values.Get(Target).ToTimeSpan(),
            UpdateInterval = values.Get(Update).ToTimeSpan(),
            BurstAllowance = values.Get(Burst).ToTimeSpan(),
            Alpha = (double)values.Get(Alpha).Value,
            Beta = (double)values.Get(Beta).Value,
            Ecn = values.Get(Marks),
            LimitPackets = PacketsIn(values, ManagedLimit),
            LimitBytes = BytesIn(values, ManagedLimit),
        },
        Target, Update, Burst, Alpha, Beta, Marks, ManagedLimit);
}
