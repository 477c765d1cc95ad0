namespace Wavetank.Engine;

/// <summary>
/// A clock that is not quite the simulation's: it was set wrong, runs too fast or too slow, or both, for any number of reasons at once.
/// Without one it is the simulation's, to the nanosecond.
/// </summary>
internal sealed class LocalClock(Simulator simulator)
{
    private const long Billion = SimulationTime.NanosecondsPerSecond;

    // However many errors there are, time goes on.
    private const long LeastRate = Billion / 10;

    private readonly List<ClockError> _errors = [];
    private long _since;
    private long _timestamp;

    /// <summary>Nanoseconds of its time in a second of simulated time.</summary>
    public long Rate { get; private set; } = Billion;

    /// <summary>How far the time of day is ahead, in nanoseconds.</summary>
    public long Offset
    {
        get
        {
            Int128 offset = 0;
            foreach (ClockError error in _errors)
            {
                offset += error.At(simulator.NowNanoseconds);
            }

            return (long)Int128.Clamp(offset, long.MinValue, long.MaxValue);
        }
    }

    /// <summary>Nanoseconds of its own since the start. Where the time of day is set, this only ever changes its pace.</summary>
    public long Timestamp => _timestamp + (long)((Int128)(simulator.NowNanoseconds - _since) * Rate / Billion);

    public void Add(ClockError error)
    {
        _errors.Add(error);
        ChangeRate();
    }

    public void Remove(ClockError error)
    {
        // Of two that are equal it does not matter which goes.
        _errors.Remove(error);
        ChangeRate();
    }

    /// <summary>How much simulated time passes in a time of its own: never less, so that no timer is early by it.</summary>
    public long ToSimulated(long nanoseconds) => Rate == Billion
        ? nanoseconds
        : (long)Int128.Min((((Int128)nanoseconds * Billion) + Rate - 1) / Rate, long.MaxValue - simulator.NowNanoseconds);

    private void ChangeRate()
    {
        _timestamp = Timestamp;
        _since = simulator.NowNanoseconds;
        Rate = Math.Max(Billion + _errors.Sum(error => error.DriftPpb), LeastRate);
    }
}
