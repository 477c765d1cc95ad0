namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>Metrics beyond those that every application has, which several share.</summary>
internal static class FurtherMetrics
{
    internal static readonly MetricKind Delay = new("delay", "The time from sending to arrival, as a mean.", MetricUnit.Duration, Better.Lower);

    internal static readonly MetricKind Jitter = new(
        "jitter", "How much one delay differs from the one before, as RFC 3550 estimates it; a mean over senders.", MetricUnit.Duration, Better.Lower);
}
