namespace Wavetank.Engine.Programs;

/// <summary>
/// What the programs of one host go on through, each time something that they waited for has come. Shut, it holds them: they are paused.
/// Closed for good, it lets nobody through ever again: they are dead, without a word to their code, as after a crash.
/// </summary>
internal sealed class ProgramGate(Simulator simulator)
{
    private readonly List<SimulationEvent> _held = [];

    /// <summary>Whether programs go on.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Whether it was closed for good.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Holds what would let a program go on. What comes to a gate that is closed for good is forgotten.</summary>
    public void Hold(SimulationEvent item)
    {
        if (!IsClosed)
        {
            _held.Add(item);
        }
    }

    public void Shut() => IsOpen = false;

    /// <summary>Lets all that was held go on at the current instant, in the order in which it came.</summary>
    public void Open()
    {
        if (IsClosed)
        {
            return;
        }

        IsOpen = true;
        foreach (SimulationEvent item in _held)
        {
            simulator.Post(item);
        }

        _held.Clear();
    }

    public void Close()
    {
        IsOpen = false;
        IsClosed = true;
        _held.Clear();
    }
}
