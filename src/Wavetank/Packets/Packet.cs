namespace Wavetank.Packets;

/// <summary>
/// An IP packet on its way: typed headers, and a payload that references the sender's buffer. Bytes exist only in captures,
/// gateways, fragments and where a corruption must hit them.
/// </summary>
/// <remarks>
/// Packets are pooled. Whoever is given one owns it and passes it on or releases it; observers of packet events only read it
/// during the event.
/// </remarks>
public sealed class Packet : PacketView
{
    /// <summary>Bytes of an IPv4 header without options (RFC 791 §3.1).</summary>
    public const int IPv4HeaderLength = 20;

    /// <summary>Bytes of an IPv6 header (RFC 8200 §3).</summary>
    public const int IPv6HeaderLength = 40;

    /// <summary>Bytes of an IPv6 fragment header (RFC 8200 §4.5).</summary>
    public const int IPv6FragmentHeaderLength = 8;

    /// <summary>The largest packet that every link carries for IPv6 (RFC 8200 §5).</summary>
    internal const int IPv6MinimumLinkMtu = 1280;

    /// <summary>Bytes of the object that hold what a hop looks at.</summary>
    internal const int BytesOfHop = 192;

    internal Packet(PacketPool pool)
        : base(pool)
    {
    }

    // The core sees these, and others what they hide: the same, to be read only.
    internal new ref Address Source => ref _source;

    internal new ref Address Destination => ref _destination;

    internal new ref MacAddress LinkSource => ref _linkSource;

    internal new ref MacAddress LinkDestination => ref _linkDestination;

    internal new ref UdpHeader Udp => ref _udp;

    internal new ref IcmpHeader Icmp => ref _icmp;

    internal new ref TcpHeader Tcp => ref _tcp;

    internal new ref IpProtocol Protocol => ref _protocol;

    internal new ref byte TimeToLive => ref _timeToLive;

    internal new ref byte TrafficClass => ref _trafficClass;

    internal new ref ushort Identification => ref _identification;

    internal new ref bool DontFragment => ref _dontFragment;

    internal new ref bool MoreFragments => ref _moreFragments;

    internal new ref ushort FragmentOffset => ref _fragmentOffset;

    internal new ref bool IsArp => ref _isArp;

    /// <summary>Whether the transport header is in its field, and not in the payload.</summary>
    internal bool HasTransportHeader => !IsFragment && Damage == DropReason.None;

    /// <summary>Bytes of the IP header.</summary>
    internal int IpHeaderLength => Source.IsIPv4 ? IPv4HeaderLength : IPv6HeaderLength + (IsFragment ? IPv6FragmentHeaderLength : 0);

    /// <summary>Bytes of the transport header.</summary>
    internal int TransportHeaderLength => !HasTransportHeader ? 0 : Protocol switch
    {
        IpProtocol.Tcp => Tcp.Length,
        IpProtocol.Udp => UdpHeader.Length,
        IpProtocol.Icmp or IpProtocol.IcmpV6 => IcmpHeader.Length,
        _ => 0,
    };

    /// <summary>The next in the pool, while it is there.</summary>
    internal Packet? NextFree { get; set; }

    /// <summary>Gives the packet back to its pool. Nobody may touch it afterwards.</summary>
    public void Release()
    {
        Block?.Release();
        Block = null;
        PayloadLength = 0;
        Pool.Return(this);
    }

    /// <summary>Lets the packet carry a part of a block, which it then holds too.</summary>
    internal void Carry(PayloadBlock block, int offset, int length)
    {
        block.Hold();
        Block = block;
        PayloadOffset = offset;
        PayloadLength = length;
    }

    /// <summary>Copies bytes into a block of the packet's own.</summary>
    internal void CarryCopy(ReadOnlySpan<byte> bytes)
    {
        PayloadBlock block = Pool.RentBlock(bytes.Length);
        bytes.CopyTo(block.Bytes);
        block.Filled = bytes.Length;
        Block = block;
        PayloadOffset = 0;
        PayloadLength = bytes.Length;
    }

    /// <summary>Completes a packet whose headers are filled in: its length and its fingerprint.</summary>
    internal void Seal()
    {
        if (IsArp || IsHeaderDamaged)
        {
            Length = PayloadLength;
            Fingerprint = PacketFingerprint.OfBytes(this);
            return;
        }

        Length = IpHeaderLength + TransportHeaderLength + PayloadLength;
        Fingerprint = PacketFingerprint.Of(this);
    }
}
