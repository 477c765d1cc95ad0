using Wavetank.Engine;

namespace Wavetank.Links.Schedules;

/// <summary>
/// A rate like that of a mobile network: a random walk on a ladder of rates from a least to a most, each rung a factor above the one below.
/// Every interval it goes one rung up or down, or stays, so that in the long run every rung is equally likely.
/// </summary>
/// <param name="Minimum">The lowest rung, above zero.</param>
/// <param name="Maximum">No rung is above it.</param>
public sealed record CellularScheduleOptions(DataRate Minimum, DataRate Maximum) : ScheduleOptions
{
    /// <summary>The time between steps of the walk, above zero. Default 100 ms, in which a mobile's rate is much the same.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The factor between two rungs, above 1 and at most 10. Default 1.25.</summary>
    public double Factor { get; init; } = 1.25;

    /// <summary>The probability to leave a rung with a step, half of it up and half down, 0 to 1. Default 0.5.</summary>
    public double Mobility { get; init; } = 0.5;

    /// <inheritdoc/>
    public override void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Minimum.BitsPerSecond, 1, nameof(Minimum));
        ArgumentOutOfRangeException.ThrowIfLessThan(Maximum.BitsPerSecond, Minimum.BitsPerSecond, nameof(Maximum));
        if (Interval <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(Interval), Interval, "Interval is a time above zero.");
        }

        if (Factor is not (>= 1.001 and <= 10))
        {
            throw new ArgumentOutOfRangeException(nameof(Factor), Factor, "Factor is 1.001 to 10.");
        }

        Ranges.CheckProbability(Mobility, nameof(Mobility));
    }

    /// <inheritdoc/>
    public override LinkSchedule Create(RandomStream random) => new CellularSchedule(this, random);
}
