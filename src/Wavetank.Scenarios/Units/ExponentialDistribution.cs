using Wavetank.Engine;

namespace Wavetank.Scenarios.Units;

/// <summary>Exponentially distributed durations: the gaps of a Poisson process.</summary>
/// <param name="MeanValue">The mean gap.</param>
public sealed record ExponentialDistribution(Duration MeanValue) : Distribution
{
    /// <inheritdoc/>
    public override Duration Mean => MeanValue;

    internal override string? ResolutionProblem => MeanValue.ResolutionProblem;

    // One multiplication of IEEE 754 and a cut: the same on every machine.
    internal override TimeSpan Draw(RandomStream random) =>
        TimeSpan.FromTicks((long)(random.NextExponential() * MeanValue.ToTimeSpan().Ticks));

    /// <summary>The way it is written: <c>exponential(10ms)</c>.</summary>
    public override string ToString() => $"exponential({MeanValue})";
}
