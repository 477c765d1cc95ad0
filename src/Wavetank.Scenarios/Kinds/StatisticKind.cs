using Wavetank.Links;
using Wavetank.Recording.Metrics;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A statistic over the values of a metric.</summary>
public sealed class StatisticKind : Kind
{
    private readonly Func<MeasuredValues, long> _of;

    internal StatisticKind(string name, string summary, Func<MeasuredValues, long> of)
        : base(name, summary)
    {
        _of = of;
    }

    /// <summary>The statistic of values of which there is at least one.</summary>
    internal long Of(Histogram values) => _of(new MeasuredValues(values.Minimum, values.Mean, values.Maximum, values.Percentile));

    /// <summary>The same, of waits.</summary>
    internal long Of(WaitTimes values) => _of(new MeasuredValues(values.Minimum, values.Mean, values.Maximum, values.Percentile));
}
