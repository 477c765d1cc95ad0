using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Sockets.Waiting;

/// <summary>
/// Code of a program that is to be called once something has ended: the callback of a call that begins with Begin, the handlers of
/// an event. It is called in the execution context of who asked for it, at the instant of the end, after the event that brought it.
/// </summary>
internal sealed class ProgramCallback(Simulator simulator, Action call) : SimulationEvent
{
    private CallerContext _caller;

    /// <summary>Notes who asks.</summary>
    public void Capture() => _caller = CallerContext.Capture();

    /// <summary>Has the code called.</summary>
    public void Post()
    {
        if (simulator.Loop.IsOnLoop)
        {
            simulator.Post(this);
        }
        else
        {
            simulator.Loop.PostForeign(this);
        }
    }

    protected internal override void Fire()
    {
        if (_caller.Gate is { IsOpen: false } shut)
        {
            shut.Hold(this);
            return;
        }

        CallerContext caller = _caller;
        _caller = default;
        caller.Run(static callback => ((ProgramCallback)callback!).Call(), this, simulator.Loop, isProgramsCode: true);
    }

    private void Call() => call();
}
