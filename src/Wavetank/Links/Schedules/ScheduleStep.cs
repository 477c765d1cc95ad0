namespace Wavetank.Links.Schedules;

/// <summary>Conditions that begin at a time. What is null stays as it was in the step before and, in the first, as the link's own conditions have it.</summary>
/// <param name="At">When it begins, from when the schedule takes effect; zero or more.</param>
public sealed record ScheduleStep(TimeSpan At)
{
    /// <summary>Bits per second.</summary>
    public DataRate? Rate { get; init; }

    /// <summary>One-way propagation delay; it takes the place of the link's <see cref="LinkOptions.DelayModel"/> too.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>By how much the delay varies evenly both ways; it takes the place of the link's <see cref="LinkOptions.DelayModel"/> too.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>The probability that a packet is lost, 0 to 1, each independently; it takes the place of the link's other models of loss too.</summary>
    public double? Loss { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public void Validate()
    {
        Ranges.CheckTime(At, nameof(At));
        Ranges.CheckTime(Delay ?? default, nameof(Delay));
        Ranges.CheckTime(Jitter ?? default, nameof(Jitter));
        Ranges.CheckProbability(Loss ?? 0, nameof(Loss));
        ArgumentOutOfRangeException.ThrowIfNegative(Rate?.BitsPerSecond ?? 0, nameof(Rate));
    }
}
