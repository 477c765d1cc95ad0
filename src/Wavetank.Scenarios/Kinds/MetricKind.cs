namespace Wavetank.Scenarios.Kinds;

/// <summary>A figure that a run measures and an expectation may name.</summary>
public sealed class MetricKind : Kind
{
    internal MetricKind(string name, string summary, MetricUnit unit, Better better, bool hasStatistics = false)
        : base(name, summary)
    {
        Unit = unit;
        Better = better;
        HasStatistics = hasStatistics;
    }

    /// <summary>What the figure counts or measures.</summary>
    public MetricUnit Unit { get; }

    /// <summary>Whether less or more of it is better; neither where that depends on what is wanted.</summary>
    public Better Better { get; }

    /// <summary>Whether it is measured many times, so that an expectation must say which statistic it means (<c>round-trip.p99</c>).</summary>
    public bool HasStatistics { get; }
}
