namespace Wavetank.Devices.Faults;

/// <summary>A host loses its power; when the fault ends, it starts again with its services.</summary>
/// <param name="host">The host.</param>
public sealed class CrashFault(Host host) : Fault
{
    private readonly Host _host = host ?? throw new ArgumentNullException(nameof(host));

    /// <inheritdoc/>
    public override string Kind => "crash";

    /// <inheritdoc/>
    public override string Target => _host.Name;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => network.Faults.OverlayOf(_host).Add(HostState.Crashed);

    /// <inheritdoc/>
    protected internal override void End(Network network) => network.Faults.OverlayOf(_host).Remove(HostState.Crashed);
}
