namespace Wavetank.Links.Schedules;

/// <summary>Steps, found by their time.</summary>
internal sealed class StepSchedule : LinkSchedule
{
    private readonly long[] _times;
    private readonly ScheduleStep[] _steps;
    private readonly long _repeat;

    public StepSchedule(StepScheduleOptions options)
    {
        _times = [.. options.Steps.Select(step => Ranges.Nanoseconds(step.At))];
        _steps = new ScheduleStep[_times.Length];
        _repeat = options.Repeat is { } repeat ? Ranges.Nanoseconds(repeat) : long.MaxValue;
        ScheduleStep before = new(TimeSpan.Zero);
        for (int i = 0; i < _steps.Length; i++)
        {
            ScheduleStep step = options.Steps[i];
            before = _steps[i] = step with
            {
                Rate = step.Rate ?? before.Rate,
                Delay = step.Delay ?? before.Delay,
                Jitter = step.Jitter ?? before.Jitter,
                Loss = step.Loss ?? before.Loss,
            };
        }
    }

    public override ScheduleStep? At(long nanoseconds)
    {
        int index = Array.BinarySearch(_times, nanoseconds % _repeat);
        index = index >= 0 ? index : ~index - 1;
        return index < 0 ? null : _steps[index];
    }
}
