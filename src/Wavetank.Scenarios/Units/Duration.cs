namespace Wavetank.Scenarios.Units;

/// <summary>A span of simulated time in whole nanoseconds, written <c>50ms</c>, <c>1.5s</c>, <c>2min</c>.</summary>
/// <param name="Nanoseconds">0 or more; at most 1,000,000 hours, so that the sum of two durations fits.</param>
public readonly record struct Duration(long Nanoseconds) : IComparable<Duration>
{
    internal static readonly UnitSet Units = new(
        "a duration", "50ms", "ms", 1_000_000L * 3_600_000_000_000L,
        new Unit("ns", 1),
        new Unit("us", 1_000, TakesFraction: true),
        new Unit("\u00b5s", 1_000, IsAlias: true),
        new Unit("\u03bcs", 1_000, IsAlias: true),
        new Unit("ms", 1_000_000, TakesFraction: true),
        new Unit("s", 1_000_000_000, TakesFraction: true),
        new Unit("min", 60_000_000_000),
        new Unit("h", 3_600_000_000_000));

    /// <summary>Reads a duration: a number and one of the units ns, us, ms, s, min, h.</summary>
    /// <param name="text">The text, for example <c>1.5s</c>.</param>
    /// <param name="value">The duration, exact to the nanosecond.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether the text is a duration.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Duration value, out string? problem)
    {
        bool ok = Units.TryParse(text, out long nanoseconds, out problem);
        value = new Duration(nanoseconds);
        return ok;
    }

    private const long NanosecondsPerTick = TimeSpan.NanosecondsPerTick;

    /// <summary>The shortest that the simulation's clock and timers count, after which the platform's time spans are cut.</summary>
    internal static readonly Duration Shortest = new(NanosecondsPerTick);

    /// <summary>Why the simulation's timers cannot count the duration; null where they can.</summary>
    internal string? ResolutionProblem
    {
        get
        {
            long below = Nanoseconds - (Nanoseconds % NanosecondsPerTick);
            return below == Nanoseconds
                ? null
                : $"\"{this}\" is not a whole number of {Shortest}, which timers count in; write {new Duration(below)} or {new Duration(below + NanosecondsPerTick)}";
        }
    }

    /// <summary>The duration as the platform counts it; exact for all that a scenario may set.</summary>
    internal TimeSpan ToTimeSpan() => TimeSpan.FromTicks(Nanoseconds / NanosecondsPerTick);

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>The shortest exact way to write the duration: <c>1.5s</c>.</summary>
    public override string ToString() => Units.Format(Nanoseconds);

    /// <summary>Orders by length.</summary>
    public static bool operator <(Duration left, Duration right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Orders by length.</summary>
    public static bool operator >(Duration left, Duration right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Orders by length.</summary>
    public static bool operator <=(Duration left, Duration right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Orders by length.</summary>
    public static bool operator >=(Duration left, Duration right) => left.Nanoseconds >= right.Nanoseconds;
}
