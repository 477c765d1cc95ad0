using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

/// <summary>An event that does what a test says, or nothing.</summary>
internal sealed class ProbeEvent : SimulationEvent
{
    private readonly Action? _action;

    public ProbeEvent(Action? action = null, bool isBackground = false)
    {
        _action = action;
        IsBackground = isBackground;
    }

    public int Fired { get; private set; }

    protected internal override void Fire()
    {
        Fired++;
        _action?.Invoke();
    }
}
