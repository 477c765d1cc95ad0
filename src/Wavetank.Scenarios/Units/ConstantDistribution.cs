using Wavetank.Engine;

namespace Wavetank.Scenarios.Units;

/// <summary>Always the same duration.</summary>
/// <param name="Value">The duration.</param>
public sealed record ConstantDistribution(Duration Value) : Distribution
{
    /// <inheritdoc/>
    public override Duration Mean => Value;

    internal override string? ResolutionProblem => Value.ResolutionProblem;

    internal override TimeSpan Draw(RandomStream random) => Value.ToTimeSpan();

    /// <summary>The way it is written: <c>10ms</c>.</summary>
    public override string ToString() => Value.ToString();
}
