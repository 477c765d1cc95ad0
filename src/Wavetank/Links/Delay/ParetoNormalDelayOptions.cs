using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>Three parts of a Pareto and one part of a normal deviate, both picked by the same random number, stretched to the deviation: what netem calls paretonormal.</summary>
/// <remarks>The tail is that of the Pareto distribution. What would be below zero is zero. The distribution is a table of 4096 values of its own, each equally likely.</remarks>
/// <param name="Mean">The mean, zero or more.</param>
/// <param name="Deviation">The standard deviation, zero or more.</param>
public sealed record ParetoNormalDelayOptions(TimeSpan Mean, TimeSpan Deviation) : DelayOptions
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
        new TableDelay(Ranges.Nanoseconds(Mean), Ranges.Nanoseconds(Deviation), DelayTables.ParetoNormal, Correlation, new CorrelatedRandom(random));
}
