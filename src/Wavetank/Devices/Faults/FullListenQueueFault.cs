namespace Wavetank.Devices.Faults;

/// <summary>
/// The queue of a listening port is full, as if a program had stopped accepting: SYNs to it, and the last segments of handshakes, are
/// dropped in silence. Connections that are there go on.
/// </summary>
public sealed class FullListenQueueFault : Fault
{
    private readonly Host _host;
    private readonly ushort _port;

    /// <param name="host">The host.</param>
    /// <param name="port">The port, 1 to 65535; whether a program listens there now does not matter.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> is out of its range.</exception>
    public FullListenQueueFault(Host host, int port)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, ushort.MaxValue);
        _host = host;
        _port = (ushort)port;
    }

    /// <inheritdoc/>
    public override string Kind => "fill-listen-queue";

    /// <inheritdoc/>
    public override string Target => $"{_host.Name}:{_port}";

    /// <inheritdoc/>
    protected internal override bool EndMatters => false;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => _host.Stack.Tcp.Fill(_port);

    /// <inheritdoc/>
    protected internal override void End(Network network) => _host.Stack.Tcp.Empty(_port);
}
