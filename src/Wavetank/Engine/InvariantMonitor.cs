namespace Wavetank.Engine;

/// <summary>
/// Where a run that checks its invariants reports to. The first breach ends the run after the current event; nothing is thrown on the
/// packet path, where a program could catch it.
/// </summary>
/// <remarks>Each room has its own checks, and has them only where the simulator has a monitor: without, they cost a null check.</remarks>
internal sealed class InvariantMonitor(Simulator simulator)
{
    /// <summary>The switch of <see cref="AppContext"/> by which every network of a process checks itself.</summary>
    public const string Switch = "Wavetank.CheckInvariants";

    /// <summary>Whether that switch is on.</summary>
    public static bool IsOnByDefault => AppContext.TryGetSwitch(Switch, out bool isOn) && isOn;

    /// <summary>The first breach; null while all holds.</summary>
    public InvariantException? Broken { get; private set; }

    /// <summary>Notes a breach.</summary>
    /// <param name="where">A link's direction, an end of a connection, the engine.</param>
    /// <param name="rule">What must hold.</param>
    public void Break(string where, string rule)
    {
        if (Broken is null)
        {
            Broken = new InvariantException(simulator.Now, where, rule);
            simulator.Loop.Failure ??= Broken;
        }
    }

    /// <summary>The engine is about to fire an event.</summary>
    /// <param name="item">The event.</param>
    /// <param name="time">The instant at which it fires.</param>
    public void OnEvent(SimulationEvent item, long time)
    {
        if (time < simulator.NowNanoseconds)
        {
            Break("the engine", $"event time never goes back, but an event of {new SimulationTime(time)} came");
        }
        else if (time != item.DueTime)
        {
            Break("the engine", $"no event fires early or late, but one that was due at {new SimulationTime(item.DueTime)} fires at {new SimulationTime(time)}");
        }
    }
}
