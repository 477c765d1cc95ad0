using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

/// <summary>A timer of the simulation's <see cref="TimeProvider"/>. Its callback runs on the simulation's thread.</summary>
internal sealed class SimulationTimer(Simulator simulator, LocalClock? clock, TimerCallback callback, object? state) : SimulationEvent, ITimer
{
    // The platform's own bound for timers: 49.7 days.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1L);

    private readonly CallerContext _caller = CallerContext.Capture();

    // What the platform's own callbacks complete (Task.Delay, PeriodicTimer, WaitAsync, a source that cancels) goes on here only where
    // no context is current: elsewhere the platform sends what was awaited with ConfigureAwait(false) to the thread pool.
    private readonly bool _isPlatforms =
        state is Task or CancellationTokenSource || callback.Target?.GetType().Assembly == typeof(object).Assembly;

    private long _period = -1;
    private bool _disposed;
    private bool _isHeld;

    internal override bool MayOvertake => true;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        simulator.Loop.ThrowIfOffLoop("a timer");
        long due = ToNanoseconds(dueTime, nameof(dueTime));
        long repeat = ToNanoseconds(period, nameof(period));
        if (_disposed)
        {
            return false;
        }

        // A period of zero means "once", as on the platform.
        _period = repeat == 0 ? -1 : repeat;
        if (due < 0)
        {
            simulator.Cancel(this);
        }
        else
        {
            simulator.ScheduleAfter(this, ToSimulated(due));
        }

        return true;
    }

    public void Dispose()
    {
        if (simulator.Loop.IsOnLoop)
        {
            _disposed = true;
            simulator.Cancel(this);
        }
        else if (SimulatedProgram.Current is not null)
        {
            simulator.Loop.PostForeign(new ForeignDisposal(this));
        }

        // Else it is the garbage collector, whose time is no time of the simulation: what nobody stopped goes on.
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    protected internal override void Fire()
    {
        if (_period >= 0)
        {
            simulator.ScheduleAfter(this, ToSimulated(_period));
        }

        if (_caller.Gate is { IsOpen: false } gate)
        {
            // However often it is due meanwhile, it calls once when its program goes on, as on a machine that was asleep.
            if (!_isHeld)
            {
                _isHeld = true;
                gate.Hold(new HeldCall(this));
            }

            return;
        }

        Invoke();
    }

    private void Invoke() =>
        _caller.Run(static timer => ((SimulationTimer)timer!).Call(), this, simulator.Loop, isProgramsCode: !_isPlatforms);

    private static long ToNanoseconds(TimeSpan time, string name)
    {
        if (time == Timeout.InfiniteTimeSpan)
        {
            return -1;
        }

        if (time < TimeSpan.Zero || time > Longest)
        {
            throw new ArgumentOutOfRangeException(name, time, "A timer takes zero to 4294967294 milliseconds, or Timeout.InfiniteTimeSpan.");
        }

        return time.Ticks * TimeSpan.NanosecondsPerTick;
    }

    private long ToSimulated(long nanoseconds) => clock?.ToSimulated(nanoseconds) ?? nanoseconds;

    private void Call() => callback(state);

    private sealed class HeldCall(SimulationTimer timer) : SimulationEvent
    {
        protected internal override void Fire()
        {
            timer._isHeld = false;
            if (!timer._disposed)
            {
                timer.Invoke();
            }
        }
    }

    private sealed class ForeignDisposal(SimulationTimer timer) : SimulationEvent
    {
        protected internal override void Fire() => timer.Dispose();
    }
}
