using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Packetdrill.Running;

/// <summary>Lets the script sleep until an instant, and lets everything else that is due at that instant happen first.</summary>
internal sealed class Alarm : Operation<bool>
{
    private readonly Simulator _simulator;

    public Alarm(Simulator simulator)
        : base(simulator) => _simulator = simulator;

    public ValueTask<bool> WaitUntilAsync(long nanoseconds)
    {
        Begin();
        _simulator.ScheduleAt(new Bell(this), nanoseconds);
        return AsValueTask();
    }

    private void Ring(Bell bell) => _simulator.ScheduleAt(bell, _simulator.NowNanoseconds);

    /// <summary>It goes off twice: what others had scheduled for the same instant comes between.</summary>
    private sealed class Bell(Alarm alarm) : SimulationEvent
    {
        private bool _isSecond;

        protected internal override void Fire()
        {
            if (_isSecond)
            {
                alarm.TryComplete(true);
                return;
            }

            _isSecond = true;
            alarm.Ring(this);
        }
    }
}
