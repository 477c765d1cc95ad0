using System.Globalization;

namespace Wavetank.Engine;

/// <summary>An instant of simulated time: whole nanoseconds since the start of the run.</summary>
/// <param name="Nanoseconds">Nanoseconds since the start; 64 bits reach 292 years.</param>
public readonly record struct SimulationTime(long Nanoseconds) : IComparable<SimulationTime>
{
    internal const long NanosecondsPerSecond = 1_000_000_000;
    internal const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>The start of the run.</summary>
    public static SimulationTime Zero => default;

    /// <summary>The latest instant that can be expressed; as a limit it means "no limit".</summary>
    public static SimulationTime MaxValue => new(long.MaxValue);

    /// <summary>Seconds since the start, for display. Never base a decision of the simulation on it.</summary>
    public double TotalSeconds => Nanoseconds / (double)NanosecondsPerSecond;

    /// <summary>The instant that lies <paramref name="time"/> after the start.</summary>
    public static SimulationTime FromTimeSpan(TimeSpan time) => new(checked(time.Ticks * TimeSpan.NanosecondsPerTick));

    /// <summary>The time since the start, cut to the 100 ns resolution of <see cref="TimeSpan"/>.</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromTicks(Nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>The instant <paramref name="duration"/> after <paramref name="time"/>.</summary>
    public static SimulationTime operator +(SimulationTime time, TimeSpan duration) =>
        new(checked(time.Nanoseconds + (duration.Ticks * TimeSpan.NanosecondsPerTick)));

    /// <summary>The time from <paramref name="earlier"/> to <paramref name="later"/>, cut to 100 ns.</summary>
    public static TimeSpan operator -(SimulationTime later, SimulationTime earlier) =>
        TimeSpan.FromTicks((later.Nanoseconds - earlier.Nanoseconds) / TimeSpan.NanosecondsPerTick);

    /// <summary>Whether <paramref name="left"/> is earlier than <paramref name="right"/>.</summary>
    public static bool operator <(SimulationTime left, SimulationTime right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Whether <paramref name="left"/> is later than <paramref name="right"/>.</summary>
    public static bool operator >(SimulationTime left, SimulationTime right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Whether <paramref name="left"/> is not later than <paramref name="right"/>.</summary>
    public static bool operator <=(SimulationTime left, SimulationTime right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Whether <paramref name="left"/> is not earlier than <paramref name="right"/>.</summary>
    public static bool operator >=(SimulationTime left, SimulationTime right) => left.Nanoseconds >= right.Nanoseconds;

    /// <inheritdoc/>
    public int CompareTo(SimulationTime other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Seconds with nine decimals, such as <c>1.250000000 s</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Nanoseconds / NanosecondsPerSecond}.{Nanoseconds % NanosecondsPerSecond:D9} s");
}
