using Wavetank.Engine;

namespace Wavetank.Devices;

/// <summary>
/// A host's own clock. It says the simulation's time until it is set otherwise; programs that use <see cref="Host.TimeProvider"/> live
/// by it.
/// </summary>
/// <remarks>
/// As on Linux, an offset moves the time of day only (CLOCK_REALTIME), while a drift is one of the oscillator and so changes the pace of
/// the time of day, of timestamps and of timers alike. A timer that runs keeps the pace at which it was set. The host's protocols keep
/// the simulation's time.
/// </remarks>
public sealed class HostClock
{
    /// <summary>The most that one cause may make a clock drift, either way: a tenth.</summary>
    public const double MaximumDriftPpm = 100_000;

    private const int PpbInPpm = 1000;
    private static readonly TimeSpan Century = TimeSpan.FromDays(36_525);

    private readonly Simulator _simulator;
    private ClockError? _own;

    internal HostClock(Simulator simulator)
    {
        _simulator = simulator;
        Local = new LocalClock(simulator);
        TimeProvider = new SimulationTimeProvider(simulator, Local);
    }

    /// <summary>How far the time of day is ahead of the simulation's just now, by all causes together.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Local.Offset / TimeSpan.NanosecondsPerTick);

    /// <summary>By how many parts per million it runs too fast just now, by all causes together; negative for too slow.</summary>
    public double DriftPpm => (Local.Rate - SimulationTime.NanosecondsPerSecond) / (double)PpbInPpm;

    internal LocalClock Local { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>Sets the clock. From now on it is that far ahead, and goes on to drift; what faults do to it comes on top.</summary>
    /// <param name="offset">How far it is ahead; a century at most, either way.</param>
    /// <param name="driftPpm">By how many parts per million it runs too fast; -100,000 to 100,000. Default: not at all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Set(TimeSpan offset, double driftPpm = 0)
    {
        ClockError error = Error(offset, driftPpm);
        if (_own is not null)
        {
            Local.Remove(_own);
        }

        Local.Add(_own = error);
    }

    /// <summary>An error that begins now.</summary>
    internal ClockError Error(TimeSpan offset, double driftPpm)
    {
        ThrowIfOutOfRange(offset, driftPpm);
        return new ClockError(offset.Ticks * TimeSpan.NanosecondsPerTick, (long)Math.Round(driftPpm * PpbInPpm), _simulator.NowNanoseconds);
    }

    internal static void ThrowIfOutOfRange(TimeSpan offset, double driftPpm)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Century);
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, -Century);

        // So written, it refuses what is no number too.
        if (!(Math.Abs(driftPpm) <= MaximumDriftPpm))
        {
            throw new ArgumentOutOfRangeException(nameof(driftPpm), driftPpm, "A clock drifts by -100000 to 100000 parts per million.");
        }
    }
}
