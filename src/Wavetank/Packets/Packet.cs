namespace Wavetank.Packets;

/// <summary>
/// An IP packet on its way: typed headers, and a payload that references the sender's buffer. Bytes exist only in captures,
/// gateways, fragments and where a corruption must hit them.
/// </summary>
/// <remarks>
/// Packets are pooled. Whoever is given one owns it and passes it on or releases it; observers of packet events only read it
/// during the event.
/// </remarks>
public sealed class Packet
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

    internal Packet(PacketPool pool) => Pool = pool;

    /// <summary>Where it comes from.</summary>
    public Address Source;

    /// <summary>Where it goes to.</summary>
    public Address Destination;

    // Structs lie in memory in the order of their declaration, behind all other fields. What each hop looks at comes first and the largest
    // header last: of 1,000 hosts that take turns, a datagram finds fewer lines of its packet out of the cache.
    /// <summary>On a shared segment: the station that sent it last. None elsewhere.</summary>
    public MacAddress LinkSource;

    /// <summary>On a shared segment: the station or stations that it is for. None elsewhere.</summary>
    public MacAddress LinkDestination;

    /// <summary>The UDP header, where <see cref="Protocol"/> says so and the packet is not a fragment.</summary>
    public UdpHeader Udp;

    /// <summary>The ICMP header, likewise.</summary>
    public IcmpHeader Icmp;

    /// <summary>The TCP header, likewise.</summary>
    public TcpHeader Tcp;

    /// <summary>What follows the IP header.</summary>
    public IpProtocol Protocol;

    /// <summary>Time to live, or hop limit.</summary>
    public byte TimeToLive;

    /// <summary>DSCP in the upper six bits, ECN in the lower two (RFC 2474, RFC 3168).</summary>
    public byte TrafficClass;

    /// <summary>Identification, which joins the fragments of a datagram (RFC 6864).</summary>
    public ushort Identification;

    /// <summary>Don't fragment.</summary>
    public bool DontFragment;

    /// <summary>More fragments.</summary>
    public bool MoreFragments;

    /// <summary>Fragment offset in bytes, a multiple of eight.</summary>
    public ushort FragmentOffset;

    /// <summary>
    /// Whether it is no IP packet but an ARP message (RFC 826), which its payload holds. <see cref="Source"/> and
    /// <see cref="Destination"/> are the message's sender and target.
    /// </summary>
    public bool IsArp;

    /// <summary>The packet's number, in the order in which the run's packets were first sent; a duplicate has its original's.</summary>
    public long Id { get; internal set; }

    /// <summary>Bytes of the packet from the IP header on. Set when it is sealed.</summary>
    public int Length { get; internal set; }

    /// <summary>Whether it is a part of a larger datagram; its payload then begins with, or lies behind, the transport header.</summary>
    public bool IsFragment => MoreFragments || FragmentOffset != 0;

    /// <summary>When it came to the queue in which it waits, in nanoseconds of simulated time; of no meaning elsewhere.</summary>
    internal long QueuedAt;

    /// <summary>
    /// Why its receiver will drop a packet that a link has damaged; None for all others. Its payload then begins with the transport
    /// header, as the bytes are now, or with the IP header where <see cref="IsHeaderDamaged"/> says so.
    /// </summary>
    internal DropReason Damage;

    /// <summary>Whether not even the IP header can be read: the payload is the whole packet, and the fields say what it was before.</summary>
    internal bool IsHeaderDamaged;

    /// <summary>Whether the transport header is in its field, and not in the payload.</summary>
    internal bool HasTransportHeader => !IsFragment && Damage == DropReason.None;

    /// <summary>The bytes behind the transport header (behind the IP header in a fragment).</summary>
    public ReadOnlySpan<byte> Payload => Block is null ? default : Block.Bytes.AsSpan(PayloadOffset, PayloadLength);

    /// <summary>Bytes of the payload.</summary>
    public int PayloadLength { get; internal set; }

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

    internal PacketPool Pool { get; }

    /// <summary>The next in the pool, while it is there.</summary>
    internal Packet? NextFree { get; set; }

    internal PayloadBlock? Block { get; set; }

    internal int PayloadOffset { get; set; }

    /// <summary>A hash of what is in the headers, for the trace digest. Set when the packet is sealed.</summary>
    internal ulong Fingerprint { get; set; }

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
