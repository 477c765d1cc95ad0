using Wavetank.Engine;

namespace Wavetank.Links.Schedules;

/// <summary>A delay for each configuration, and an outage where it begins.</summary>
internal sealed class SatelliteSchedule(SatelliteScheduleOptions options, RandomStream random) : LinkSchedule
{
    private readonly long _period = Ranges.Nanoseconds(options.Period);
    private readonly long _offset = Ranges.Nanoseconds(options.Offset);
    private readonly long _outage = Ranges.Nanoseconds(options.Outage);
    private readonly long _range = (options.MaximumDelay - options.MinimumDelay).Ticks + 1;
    private long _drawn = -1;
    private ScheduleStep _during = null!;
    private ScheduleStep _after = null!;

    public override ScheduleStep? At(long nanoseconds)
    {
        // The configuration of the start is number 0, and has no outage.
        long number = nanoseconds < _offset ? 0 : 1 + ((nanoseconds - _offset) / _period);
        if (number != _drawn)
        {
            Draw(number);
        }

        return number > 0 && (nanoseconds - _offset) % _period < _outage ? _during : _after;
    }

    private void Draw(long number)
    {
        // One draw for each configuration, used or not: what a path is like does not depend on who sends.
        long ticks = 0;
        for (; _drawn < number; _drawn++)
        {
            ticks = random.NextInt64(_range);
        }

        _after = new ScheduleStep(TimeSpan.Zero) { Delay = options.MinimumDelay + TimeSpan.FromTicks(ticks) };
        _during = _after with { Loss = options.OutageLoss };
    }
}
