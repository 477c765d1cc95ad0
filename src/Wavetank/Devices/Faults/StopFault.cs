namespace Wavetank.Devices.Faults;

/// <summary>A host's programs end, and their sockets are closed; when the fault ends, its services start again.</summary>
/// <param name="host">The host.</param>
public sealed class StopFault(Host host) : Fault
{
    private readonly Host _host = host ?? throw new ArgumentNullException(nameof(host));

    /// <inheritdoc/>
    public override string Kind => "stop";

    /// <inheritdoc/>
    public override string Target => _host.Name;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => network.Faults.OverlayOf(_host).Add(HostState.Stopped);

    /// <inheritdoc/>
    protected internal override void End(Network network) => network.Faults.OverlayOf(_host).Remove(HostState.Stopped);
}
