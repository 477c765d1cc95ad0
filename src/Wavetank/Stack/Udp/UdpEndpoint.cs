using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;

namespace Wavetank.Stack.Udp;

/// <summary>One end of UDP traffic: a bound port, the datagrams that wait to be read, and a peer where it is connected (RFC 768).</summary>
internal sealed partial class UdpEndpoint(NetworkStack stack, PortBinding binding, IUdpUser? user)
{
    // Linux charges each datagram's kernel memory to the receive buffer, not only its bytes: 768 for a small one.
    private const int DatagramOverhead = 768;

    private readonly RingQueue<Packet> _queue = new();
    private int _queuedBytes;
    private SocketError _error;

    public PortBinding Binding { get; } = binding;

    /// <summary>Who is told when there is something to read.</summary>
    public IUdpUser? User { get; set; } = user;

    /// <summary>The peer of a connected endpoint: the only one it hears.</summary>
    public TransportAddress? Remote { get; private set; }

    /// <summary>The address that a connected endpoint sends from.</summary>
    public Address ConnectedSource { get; private set; }

    /// <summary>Bytes that may wait to be read (SO_RCVBUF; Linux's net.core.rmem_default is 212992).</summary>
    public int ReceiveBufferSize { get; set; } = 212_992;

    /// <summary>Datagrams that came while the receive buffer was full.</summary>
    public long ReceiveDrops { get; private set; }

    /// <summary>Whether an error that came by ICMP waits to be reported.</summary>
    public bool HasError => _error != SocketError.Success;

    /// <summary>Whether a read would return at once.</summary>
    public bool IsReadable => _queue.Count > 0 || HasError;

    /// <summary>Bytes of the datagram that the next read returns.</summary>
    public int NextLength => _queue.TryPeek(out Packet? packet) ? packet.PayloadLength : 0;

    /// <summary>The local address, as far as it is known before a packet is sent.</summary>
    public TransportAddress Local => new(Binding.Address.IsAny && Remote is not null ? ConnectedSource : Binding.Address, Binding.Port);

    /// <summary>Takes a peer: the endpoint hears nobody else, and sends to it where no other is named.</summary>
    /// <param name="remote">The peer.</param>
    /// <param name="source">The address that packets to it carry.</param>
    public void Connect(TransportAddress remote, Address source)
    {
        Remote = remote;
        ConnectedSource = source;
        _path = default;
    }

    /// <summary>Reads the first datagram.</summary>
    /// <param name="buffer">Takes what fits of it; the rest is lost, unless it is only peeked at.</param>
    /// <param name="peek">Leaves it in the queue.</param>
    /// <param name="length">Bytes of the whole datagram.</param>
    /// <param name="from">Its sender.</param>
    /// <param name="to">The address that it was sent to.</param>
    public bool TryReceive(Span<byte> buffer, bool peek, out int length, out TransportAddress from, out Address to)
    {
        if (!_queue.TryPeek(out Packet? packet))
        {
            length = 0;
            from = default;
            to = default;
            return false;
        }

        length = packet.PayloadLength;
        from = new TransportAddress(packet.Source, packet.Udp.SourcePort);
        to = packet.Destination;
        packet.Payload[..Math.Min(length, buffer.Length)].CopyTo(buffer);
        if (!peek)
        {
            _queue.TryDequeue(out _);
            _queuedBytes -= length + DatagramOverhead;
            packet.Release();
        }

        return true;
    }

    /// <summary>The error that came by ICMP, which the next call reports once.</summary>
    public SocketError TakeError()
    {
        SocketError error = _error;
        _error = SocketError.Success;
        return error;
    }

    public void Close()
    {
        stack.Udp.Close(this);
        while (_queue.TryDequeue(out Packet? packet))
        {
            packet.Release();
        }
    }

    /// <summary>Whether a datagram that goes from one end to the other is for this endpoint.</summary>
    internal bool Fits(TransportAddress local, TransportAddress remote) => Remote is { } peer

        // A connected endpoint has one address: the one that it sends from. What goes to a group has the group's.
        ? peer == remote && (Binding.Address.IsAny ? ConnectedSource == local.Address || stack.Ip.IsGroup(local.Address) : Binding.Takes(local.Address))
        : Binding.Takes(local.Address);

    /// <summary>Takes a datagram for this endpoint, and its ownership.</summary>
    internal void Receive(Packet packet)
    {
        int charge = packet.PayloadLength + DatagramOverhead;

        // Linux accepts while the buffer is not full yet, so that the last datagram may overshoot it.
        if (_queuedBytes >= ReceiveBufferSize)
        {
            ReceiveDrops++;
            stack.Events.Drop(stack.Point, packet, DropReason.ReceiveBufferFull);
            return;
        }

        _queuedBytes += charge;
        stack.Events.Raise(PacketEventKind.Delivered, stack.Point, packet);
        _queue.Enqueue(packet);
        User?.OnReadable();
    }

    internal void Fail(SocketError error)
    {
        _error = error;
        User?.OnReadable();
    }
}
