using Wavetank.Recording.Metrics;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A statistic over the values of a metric.</summary>
public sealed class StatisticKind : Kind
{
    private readonly Func<Histogram, long> _of;

    internal StatisticKind(string name, string summary, Func<Histogram, long> of)
        : base(name, summary)
    {
        _of = of;
    }

    /// <summary>The statistic of values of which there is at least one.</summary>
    internal long Of(Histogram values) => _of(values);
}
