using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Sockets.Waiting;

/// <summary>Poll and Select wait with it: it is woken by whatever happens to one of several sockets, and takes nothing from them.</summary>
internal sealed class ReadinessWait : Operation<int>
{
    private readonly Simulator _simulator;
    private readonly Deadline _deadline;

    public ReadinessWait(Simulator simulator)
        : base(simulator)
    {
        _simulator = simulator;
        _deadline = new Deadline(this);
    }

    /// <summary>Whether the time is up.</summary>
    public bool HasTimedOut { get; private set; }

    public void SetDeadline(TimeSpan timeout) => _simulator.Schedule(_deadline, timeout);

    public void CancelDeadline() => _simulator.Cancel(_deadline);

    public void Block()
    {
        Begin();
        Wait();
    }

    public void Wake() => TryComplete(0);

    private sealed class Deadline(ReadinessWait wait) : SimulationEvent
    {
        internal override bool MayOvertake => true;

        protected internal override void Fire()
        {
            wait.HasTimedOut = true;
            wait.Wake();
        }
    }
}
