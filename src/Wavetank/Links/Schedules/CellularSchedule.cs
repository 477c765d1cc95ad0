using Wavetank.Engine;

namespace Wavetank.Links.Schedules;

/// <summary>A random walk on a ladder of rates, which begins anywhere on it.</summary>
internal sealed class CellularSchedule : LinkSchedule
{
    private readonly ScheduleStep[] _rungs;
    private readonly long _interval;
    private readonly double _mobility;
    private readonly RandomStream _random;
    private long _taken;
    private int _rung;

    public CellularSchedule(CellularScheduleOptions options, RandomStream random)
    {
        List<ScheduleStep> rungs = [];
        for (double rate = options.Minimum.BitsPerSecond; rate <= options.Maximum.BitsPerSecond; rate *= options.Factor)
        {
            rungs.Add(new ScheduleStep(TimeSpan.Zero) { Rate = new DataRate((long)rate) });
        }

        _rungs = [.. rungs];
        _interval = Ranges.Nanoseconds(options.Interval);
        _mobility = options.Mobility;
        _random = random;
        _rung = (int)random.NextInt64(_rungs.Length);
    }

    public override ScheduleStep? At(long nanoseconds)
    {
        for (long due = nanoseconds / _interval; _taken < due; _taken++)
        {
            double dice = _random.NextDouble();
            if (dice < _mobility / 2)
            {
                _rung = Math.Min(_rung + 1, _rungs.Length - 1);
            }
            else if (dice < _mobility)
            {
                _rung = Math.Max(_rung - 1, 0);
            }
        }

        return _rungs[_rung];
    }
}
