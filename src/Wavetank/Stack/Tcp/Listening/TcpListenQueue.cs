using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Listening;

/// <summary>A listener: the LISTEN state (RFC 9293 §3.10.7.2), the half-open connections and those that wait to be accepted.</summary>
internal sealed partial class TcpListenQueue
{
    /// <summary>The most that a backlog counts (Linux: net.core.somaxconn).</summary>
    public const int MaximumBacklog = 4096;

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

    /// <summary>Connections whose handshake is not complete.</summary>
    public int HalfOpen => _halfOpen;

    private bool IsFull => _acceptable.Count > Backlog || _layer.IsFilled(Local.Port);

    /// <summary>
    /// As Linux: at most backlog + 1, as of those that wait to be accepted; where nothing else protects them, the last quarter of
    /// tcp_max_syn_backlog is for peers that are known, of which there are none here.
    /// </summary>
    private bool HasRoomForHalfOpen => _halfOpen <= Backlog
        && (_defaults.SynCookies != SynCookieMode.Off || _defaults.MaximumSynBacklog - _halfOpen >= _defaults.MaximumSynBacklog >> 2);

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

    /// <summary>The host lost its power: it vanishes without a word to anybody.</summary>
    public void Vanish()
    {
        _layer.Remove(this);
        User = null;
        _binding.Release();
    }

    internal bool TakesAny(Address address) =>
        Local.Address.IsAny && (Local.Address.IsIPv4 == address.IsIPv4 || (DualMode && address.IsIPv4));

    /// <summary>A segment came that belongs to no connection.</summary>
    /// <param name="packet">The segment.</param>
    /// <param name="local">Our end.</param>
    /// <param name="remote">The other end.</param>
    /// <param name="successorOf">The initial sequence number, where an old connection that has given way to this SYN says it.</param>
    internal DropReason SegmentArrives(Packet packet, in TransportAddress local, in TransportAddress remote, uint? successorOf = null)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;

        // RFC 9293 §3.10.7.2, first: a RST is ignored; second: an ACK is answered with one; third: a SYN.
        if (segment.Has(TcpFlags.Rst))
        {
            return DropReason.TcpUnacceptable;
        }

        if (segment.Has(TcpFlags.Ack))
        {
            if (TryTakeCookie(packet, in local, in remote) is { } taken)
            {
                return taken;
            }

            _layer.AnswerWithReset(packet);
            return DropReason.TcpUnacceptable;
        }

        if (!segment.Has(TcpFlags.Syn) || segment.Has(TcpFlags.Fin))
        {
            return DropReason.TcpUnacceptable;
        }

        // As Linux: a connection that follows one in TIME-WAIT needs no room among the half-open ones.
        bool remember = successorOf is not null || (_defaults.SynCookies != SynCookieMode.Always && HasRoomForHalfOpen);
        if (IsFull || (!remember && _defaults.SynCookies == SynCookieMode.Off))
        {
            return Overflow();
        }

        if (!_layer.Host.TrySelectSource(remote.Address, out _, out int mtu))
        {
            return DropReason.NoRoute;
        }

        if (!remember)
        {
            AnswerWithCookie(packet, in local, in remote, mtu);
            return DropReason.None;
        }

        TcpConnection connection = NewConnection(in local, in remote, mtu);
        Add(connection);
        connection.OpenPassively(packet, successorOf);
        return DropReason.None;
    }

    /// <summary>The handshake of a connection is complete.</summary>
    /// <returns>False if there is no room: the connection stays half-open, and its SYN-ACK will be sent again.</returns>
    internal bool TryComplete(TcpConnection connection)
    {
        if (IsFull)
        {
            Overflow();
            return false;
        }

        _halfOpen--;
        _acceptable.Enqueue(connection);
        return true;
    }

    internal void TellAcceptable() => User?.OnAcceptable();

    private TcpConnection NewConnection(in TransportAddress local, in TransportAddress remote, int mtu) =>
        new(_layer, local, remote, _defaults.Copy(), mtu) { Listener = this };

    private void Add(TcpConnection connection)
    {
        _halfOpen++;
        _layer.Add(connection);
    }

    private DropReason Overflow()
    {
        Overflows++;
        _layer.Statistics.ListenDrops++;
        return DropReason.ListenQueueFull;
    }

    /// <summary>A half-open connection is gone. One that waits to be accepted stays: accept then gives a connection that has failed.</summary>
    internal void Forget(TcpConnection connection)
    {
        if (connection.WasHalfOpen)
        {
            _halfOpen--;
        }
    }
}
