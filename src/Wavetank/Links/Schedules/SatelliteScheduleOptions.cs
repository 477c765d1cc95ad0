using Wavetank.Engine;

namespace Wavetank.Links.Schedules;

/// <summary>
/// A path over satellites in low orbits: at fixed times it is laid over other satellites, which changes the delay at once and loses what is sent meanwhile.
/// Starlink reconfigures every 15 s, 12 s, 27 s, 42 s and 57 s after each full minute, as measurements show (Mohan et al., WWW 2024).
/// </summary>
/// <param name="MinimumDelay">The shortest one-way delay, zero or more.</param>
/// <param name="MaximumDelay">The longest one-way delay; between the two each is equally likely.</param>
public sealed record SatelliteScheduleOptions(TimeSpan MinimumDelay, TimeSpan MaximumDelay) : ScheduleOptions
{
    /// <summary>The time between reconfigurations, above zero. Default 15 s.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>When the first reconfiguration is, zero or more and at most <see cref="Period"/>. Default 12 s.</summary>
    public TimeSpan Offset { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a reconfiguration takes, less than <see cref="Period"/>. Default 50 ms.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The probability that a packet that is sent in an outage is lost, 0 to 1. Default 1.</summary>
    public double OutageLoss { get; init; } = 1;

    /// <inheritdoc/>
    public override void Validate()
    {
        Ranges.CheckTime(MinimumDelay, nameof(MinimumDelay));
        if (MaximumDelay < MinimumDelay)
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumDelay), MaximumDelay, "MaximumDelay is not below MinimumDelay.");
        }

        if (Period <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(Period), Period, "Period is a time above zero.");
        }

        if (Offset < TimeSpan.Zero || Offset > Period)
        {
            throw new ArgumentOutOfRangeException(nameof(Offset), Offset, "Offset is zero or more, and at most Period.");
        }

        if (Outage < TimeSpan.Zero || Outage >= Period)
        {
            throw new ArgumentOutOfRangeException(nameof(Outage), Outage, "Outage is zero or more, and less than Period.");
        }

        Ranges.CheckProbability(OutageLoss, nameof(OutageLoss));
    }

    /// <inheritdoc/>
    public override LinkSchedule Create(RandomStream random) => new SatelliteSchedule(this, random);
}
