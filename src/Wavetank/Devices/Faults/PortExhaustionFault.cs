namespace Wavetank.Devices.Faults;

/// <summary>
/// All ephemeral ports of a host are taken, of TCP and of UDP. As on Linux, a connect then fails with AddressNotAvailable, one of UDP,
/// and a send of an unbound socket, with WouldBlock, and a bind that leaves the choice of the port with AddressAlreadyInUse. Sockets
/// that have a port keep it.
/// </summary>
/// <param name="host">The host.</param>
public sealed class PortExhaustionFault(Host host) : Fault
{
    private readonly Host _host = host ?? throw new ArgumentNullException(nameof(host));

    /// <inheritdoc/>
    public override string Kind => "exhaust-ports";

    /// <inheritdoc/>
    public override string Target => _host.Name;

    /// <inheritdoc/>
    protected internal override bool EndMatters => false;

    /// <inheritdoc/>
    protected internal override void Begin(Network network)
    {
        _host.Stack.Tcp.Ports.Exhaust();
        _host.Stack.Udp.Ports.Exhaust();
    }

    /// <inheritdoc/>
    protected internal override void End(Network network)
    {
        _host.Stack.Tcp.Ports.Recover();
        _host.Stack.Udp.Ports.Recover();
    }
}
