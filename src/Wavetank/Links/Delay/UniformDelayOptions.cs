using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>
/// Every delay from <c>Delay - Jitter</c> to <c>Delay + Jitter</c> is equally likely, both included; what would be below zero is zero. netem's
/// <c>delay TIME JITTER CORRELATION</c>.
/// </summary>
/// <param name="Delay">The middle, zero or more.</param>
/// <param name="Jitter">By how much the delay varies both ways, zero or more.</param>
public sealed record UniformDelayOptions(TimeSpan Delay, TimeSpan Jitter) : DelayOptions
{
    /// <summary>
    /// How much of each random number comes from the last one, 0 to 1; as in netem it narrows the distribution, whose variance is then
    /// (1-r)/(1+r) of what it is without. Default 0.
    /// </summary>
    public double Correlation { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        Ranges.CheckTime(Delay, nameof(Delay));
        Ranges.CheckTime(Jitter, nameof(Jitter));
        Ranges.CheckProbability(Correlation, nameof(Correlation));
    }

    /// <inheritdoc/>
    public override DelayModel Create(RandomStream random) => Correlation == 0
        ? new UniformDelay(Ranges.Nanoseconds(Delay), Ranges.Nanoseconds(Jitter), random)
        : new CorrelatedUniformDelay(Ranges.Nanoseconds(Delay), Ranges.Nanoseconds(Jitter), Correlation, new CorrelatedRandom(random));
}
