namespace Wavetank.Scenarios.Kinds;

/// <summary>What a metric is measured in.</summary>
public enum MetricUnit
{
    /// <summary>A plain number.</summary>
    Count,

    /// <summary>Bytes.</summary>
    Size,

    /// <summary>Nanoseconds of simulated time.</summary>
    Duration,

    /// <summary>Bits per second.</summary>
    Rate,

    /// <summary>A part of the whole, 0 to 1.</summary>
    Part,

    /// <summary>A mean of a number: it need not be whole.</summary>
    Mean,
}
