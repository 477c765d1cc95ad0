using Wavetank.Engine;

namespace Wavetank.Recording.Metrics;

/// <summary>The mean over time of a number that changes in steps, such as the packets in a queue: its integral divided by the time.</summary>
public sealed class TimeWeightedAverage
{
    private readonly SimulationTime _start;
    private SimulationTime _last;
    private Int128 _integral;

    /// <summary>Begins to watch.</summary>
    /// <param name="start">From when on.</param>
    /// <param name="value">The value at that time.</param>
    public TimeWeightedAverage(SimulationTime start = default, long value = 0)
    {
        _start = start;
        _last = start;
        Current = value;
        Maximum = value;
    }

    /// <summary>The value now.</summary>
    public long Current { get; private set; }

    /// <summary>The largest value so far, even one that held for no time.</summary>
    public long Maximum { get; private set; }

    /// <summary>Sets a new value.</summary>
    /// <param name="at">When; not before the last change.</param>
    /// <param name="value">The value from then on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> lies before the last change.</exception>
    public void Set(SimulationTime at, long value)
    {
        _integral = IntegralUntil(at);
        _last = at;
        Current = value;
        Maximum = Math.Max(Maximum, value);
    }

    /// <summary>The mean from the start to a time; the value itself where no time has passed.</summary>
    /// <param name="until">When; not before the last change.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> lies before the last change.</exception>
    public double Mean(SimulationTime until)
    {
        Int128 integral = IntegralUntil(until);
        return until == _start ? Current : (double)integral / (until.Nanoseconds - _start.Nanoseconds);
    }

    private Int128 IntegralUntil(SimulationTime time)
    {
        if (time < _last)
        {
            throw new ArgumentOutOfRangeException(nameof(time), $"The value changed at {_last}; {time} lies before that.");
        }

        return _integral + ((Int128)Current * (time.Nanoseconds - _last.Nanoseconds));
    }
}
