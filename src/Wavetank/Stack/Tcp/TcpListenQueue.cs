using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;

namespace Wavetank.Stack.Tcp;

/// <summary>A listener: the LISTEN state (RFC 9293 §3.10.7.2), the half-open connections and those that wait to be accepted.</summary>
internal sealed class TcpListenQueue
{
    /// <summary>The most that a backlog counts (Linux: net.core.somaxconn).</summary>
    public const int MaximumBacklog = 4096;

    private const int LeastHalfOpen = 128;

    private readonly TcpLayer _layer;
    private readonly PortBinding _binding;
    private readonly TcpSettings _defaults;
    private readonly RingQueue<TcpConnection> _acceptable = new();
    private int _halfOpen;

    public TcpListenQueue(TcpLayer layer, PortBinding binding, int backlog, TcpSettings defaults)
    {
        _layer = layer;
        _binding = binding;
        _defaults = defaults;
        Backlog = backlog < 0 ? MaximumBacklog : Math.Min(backlog, MaximumBacklog);
    }

    public ITcpListenUser? User { get; set; }

    public TransportAddress Local => _binding.TransportAddress;

    /// <summary>How many connections may wait to be accepted, less one: as on Linux, a backlog of n holds n + 1.</summary>
    public int Backlog { get; set; }

    /// <summary>Whether a listener at <c>::</c> takes IPv4 connections too.</summary>
    public bool DualMode { get; set; }

    /// <summary>Whether a connection can be accepted.</summary>
    public bool Readable => _acceptable.Count > 0;

    /// <summary>Connections that wait to be accepted.</summary>
    public int Waiting => _acceptable.Count;

    /// <summary>SYNs and last acknowledgments that were dropped because the queue was full.</summary>
    public long Overflows { get; private set; }

    private bool IsFull => _acceptable.Count > Backlog;

    public TcpConnection? TryAccept()
    {
        if (!_acceptable.TryDequeue(out TcpConnection? connection))
        {
            return null;
        }

        connection.Listener = null;
        return connection;
    }

    /// <summary>Stops listening. Connections that nobody accepted are reset, half-open ones forgotten.</summary>
    public void Close()
    {
        _layer.Remove(this);
        _binding.IsListening = false;
        User = null;
        while (TryAccept() is { } connection)
        {
            connection.Abort();
        }

        foreach (TcpConnection connection in _layer.Connections.Where(c => c.Listener == this).ToArray())
        {
            connection.Terminate(SocketError.Success);
        }

        _binding.Release();
    }

    internal bool TakesAny(Address address) =>
        Local.Address.IsAny && (Local.Address.IsIPv4 == address.IsIPv4 || (DualMode && address.IsIPv4));

    /// <summary>A segment came that belongs to no connection.</summary>
    internal DropReason SegmentArrives(Packet packet, in TransportAddress local, in TransportAddress remote)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;

        // RFC 9293 §3.10.7.2, first: a RST is ignored; second: an ACK is answered with one; third: a SYN.
        if (segment.Has(TcpFlags.Rst))
        {
            return DropReason.TcpUnacceptable;
        }

        if (segment.Has(TcpFlags.Ack))
        {
            _layer.AnswerWithReset(packet);
            return DropReason.TcpUnacceptable;
        }

        if (!segment.Has(TcpFlags.Syn) || segment.Has(TcpFlags.Fin))
        {
            return DropReason.TcpUnacceptable;
        }

        if (IsFull || _halfOpen >= Math.Max(Backlog, LeastHalfOpen))
        {
            Overflows++;
            return DropReason.ListenQueueFull;
        }

        if (!_layer.Host.TrySelectSource(remote.Address, out _, out int mtu))
        {
            return DropReason.NoRoute;
        }

        var connection = new TcpConnection(_layer, local, remote, _defaults.Copy(), mtu) { Listener = this };
        _halfOpen++;
        _layer.Add(connection);
        connection.OpenPassively(packet);
        return DropReason.None;
    }

    /// <summary>The handshake of a connection is complete.</summary>
    /// <returns>False if there is no room: the connection stays half-open, and its SYN-ACK will be sent again.</returns>
    internal bool TryComplete(TcpConnection connection)
    {
        if (IsFull)
        {
            Overflows++;
            return false;
        }

        _halfOpen--;
        _acceptable.Enqueue(connection);
        return true;
    }

    internal void TellAcceptable() => User?.OnAcceptable();

    /// <summary>A half-open connection is gone. One that waits to be accepted stays: accept then gives a connection that has failed.</summary>
    internal void Forget(TcpConnection connection)
    {
        if (connection.WasHalfOpen)
        {
            _halfOpen--;
        }
    }
}
