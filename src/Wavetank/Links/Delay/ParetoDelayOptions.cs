using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>Delays by a Pareto distribution of shape 3, moved and stretched to the mean and the deviation: most are a little less than the mean, few much more.</summary>
/// <remarks>At most 0.62 deviations below the mean, and 23 above. netem's table of this name is cut off at 4 deviations. What would be below zero is zero. The distribution is a table of 4096 values of its own, each equally likely.</remarks>
/// <param name="Mean">The mean, zero or more.</param>
/// <param name="Deviation">The standard deviation, zero or more.</param>
public sealed record ParetoDelayOptions(TimeSpan Mean, TimeSpan Deviation) : DelayOptions
{
    /// <summary>How much of each random number comes from the last one, 0 to 1; as in netem it narrows the distribution. Default 0.</summary>
    public double Correlation { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        Ranges.CheckTime(Mean, nameof(Mean));
        Ranges.CheckTime(Deviation, nameof(Deviation));
        Ranges.CheckProbability(Correlation, nameof(Correlation));
    }

    /// <inheritdoc/>
    public override DelayModel Create(RandomStream random) =>
        new TableDelay(Ranges.Nanoseconds(Mean), Ranges.Nanoseconds(Deviation), DelayTables.Pareto, Correlation, new CorrelatedRandom(random));
}
