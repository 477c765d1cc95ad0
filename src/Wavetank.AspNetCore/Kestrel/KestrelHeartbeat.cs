using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.AspNetCore.Kestrel;

/// <summary>Kestrel's heartbeat, each second of simulated time, as long as the program that Kestrel was started in lives. It keeps no run going.</summary>
internal sealed class KestrelHeartbeat : SimulationEvent
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly SimulatedProgram _program;
    private readonly Action _beat;

    public KestrelHeartbeat(SimulatedProgram program, Action beat)
    {
        IsBackground = true;
        _program = program;
        _beat = beat;
    }

    public void Start()
    {
        _beat();
        _program.Simulator.Schedule(this, Interval);
    }

    protected internal override void Fire()
    {
        if (_program.State is not (ProgramState.Running or ProgramState.Ended))
        {
            return;
        }

        _program.Simulator.Schedule(this, Interval);
        if (_program.Gate is not { IsOpen: false })
        {
            _program.Simulator.Loop.ProgramMayRun();
            _beat();
        }
    }
}
