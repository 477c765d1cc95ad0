namespace Wavetank.Devices.Faults;

/// <summary>A fault that was begun: disposing of it ends the fault.</summary>
/// <example><code>using (network.Faults.Cut(link)) { await network.Delay(TimeSpan.FromSeconds(5)); }</code></example>
public sealed class FaultHandle : IDisposable
{
    private readonly NetworkFaults _faults;

    internal FaultHandle(NetworkFaults faults, Fault fault)
    {
        _faults = faults;
        Fault = fault;
    }

    /// <summary>The fault.</summary>
    public Fault Fault { get; }

    /// <summary>Ends the fault at the current instant; one that has not begun will not. Once it is over, this does nothing.</summary>
    public void Heal() => _faults.End(Fault);

    /// <summary>The same as <see cref="Heal"/>.</summary>
    public void Dispose() => Heal();
}
