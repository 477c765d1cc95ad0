namespace Wavetank.Engine.Programs;

/// <summary>A program's wait for an instant of simulated time, to the nanosecond. Once its result is taken it serves the next wait.</summary>
internal sealed class DelayOperation : Operation<bool>
{
    private readonly Simulator _simulator;
    private DelayOperation? _nextFree;

    private DelayOperation(Simulator simulator)
        : base(simulator) => _simulator = simulator;

    internal override bool MayOvertake => true;

    /// <summary>Begins a wait until an instant, or without end where there is none.</summary>
    public static DelayOperation Start(Simulator simulator, long? at, CancellationToken cancellationToken)
    {
        simulator.Loop.ThrowIfOffLoop("a delay");
        DelayOperation delay = simulator.FreeDelay ?? new DelayOperation(simulator);
        simulator.FreeDelay = delay._nextFree;
        delay._nextFree = null;

        delay.Gate = SimulatedProgram.Current?.Gate;

        // First the event, so that a token that is cancelled already takes it back.
        if (at is { } instant)
        {
            simulator.ScheduleAt(delay, Math.Max(instant, simulator.NowNanoseconds));
        }

        delay.Begin(cancellationToken);
        return delay;
    }

    private protected override void OnDue() => CompleteAtOnce(true);

    private protected override void OnCanceled() => _simulator.Cancel(this);

    private protected override void OnTaken()
    {
        // A blocking program that is refused gives the wait up before its time.
        _simulator.Cancel(this);
        _nextFree = _simulator.FreeDelay;
        _simulator.FreeDelay = this;
    }
}
