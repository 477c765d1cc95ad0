using Wavetank.Engine;

namespace Wavetank.Scenarios.Units;

/// <summary>Any duration from a least to a most, each equally likely.</summary>
/// <param name="Minimum">The least, included.</param>
/// <param name="Maximum">The most, included; not less than <paramref name="Minimum"/>.</param>
public sealed record UniformDistribution(Duration Minimum, Duration Maximum) : Distribution
{
    /// <inheritdoc/>
    public override Duration Mean => new((Minimum.Nanoseconds + Maximum.Nanoseconds) / 2);

    internal override string? ResolutionProblem => Minimum.ResolutionProblem ?? Maximum.ResolutionProblem;

    internal override TimeSpan Draw(RandomStream random)
    {
        long least = Minimum.ToTimeSpan().Ticks;
        return TimeSpan.FromTicks(least + random.NextInt64(Maximum.ToTimeSpan().Ticks - least + 1));
    }

    /// <summary>The way it is written: <c>uniform(5ms, 15ms)</c>.</summary>
    public override string ToString() => $"uniform({Minimum}, {Maximum})";
}
