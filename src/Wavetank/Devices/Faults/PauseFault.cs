namespace Wavetank.Devices.Faults;

/// <summary>A host's programs stand still; when the fault ends, they go on.</summary>
/// <param name="host">The host.</param>
public sealed class PauseFault(Host host) : Fault
{
    private readonly Host _host = host ?? throw new ArgumentNullException(nameof(host));

    /// <inheritdoc/>
    public override string Kind => "pause";

    /// <inheritdoc/>
    public override string Target => _host.Name;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => network.Faults.OverlayOf(_host).Add(HostState.Paused);

    /// <inheritdoc/>
    protected internal override void End(Network network) => network.Faults.OverlayOf(_host).Remove(HostState.Paused);
}
