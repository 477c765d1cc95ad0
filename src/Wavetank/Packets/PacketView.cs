namespace Wavetank.Packets;

/// <summary>
/// What anybody may see of a packet: its headers and its payload, to be read and not to be changed. What changes packets (links,
/// translators) does so by its own rules, such as a link's <c>set-ttl</c>.
/// </summary>
/// <remarks>It holds all fields, so that their order in memory is told in one place; <see cref="Packet"/> lets the core write them under the same names.</remarks>
public abstract class PacketView
{
    private protected Address _source;
    private protected Address _destination;

    // Structs lie in memory in the order of their declaration, behind all other fields. What each hop looks at comes first and the largest
    // header last: of 1,000 hosts that take turns, a datagram finds fewer lines of its packet out of the cache.
    private protected MacAddress _linkSource;
    private protected MacAddress _linkDestination;
    private protected UdpHeader _udp;
    private protected IcmpHeader _icmp;
    private protected TcpHeader _tcp;

    private protected IpProtocol _protocol;
    private protected byte _timeToLive;
    private protected byte _trafficClass;
    private protected ushort _identification;
    private protected bool _dontFragment;
    private protected bool _moreFragments;
    private protected ushort _fragmentOffset;
    private protected bool _isArp;

    private protected PacketView(PacketPool pool) => Pool = pool;

    /// <summary>Where it comes from.</summary>
    public ref readonly Address Source => ref _source;

    /// <summary>Where it goes to.</summary>
    public ref readonly Address Destination => ref _destination;

    /// <summary>On a shared segment: the station that sent it last. None elsewhere.</summary>
    public MacAddress LinkSource => _linkSource;

    /// <summary>On a shared segment: the station or stations that it is for. None elsewhere.</summary>
    public MacAddress LinkDestination => _linkDestination;

    /// <summary>The UDP header, where <see cref="Protocol"/> says so and the packet is not a fragment.</summary>
    public ref readonly UdpHeader Udp => ref _udp;

    /// <summary>The ICMP header, likewise.</summary>
    public ref readonly IcmpHeader Icmp => ref _icmp;

    /// <summary>The TCP header, likewise.</summary>
    public ref readonly TcpHeader Tcp => ref _tcp;

    /// <summary>What follows the IP header.</summary>
    public IpProtocol Protocol => _protocol;

    /// <summary>Time to live, or hop limit.</summary>
    public byte TimeToLive => _timeToLive;

    /// <summary>DSCP in the upper six bits, ECN in the lower two (RFC 2474, RFC 3168).</summary>
    public byte TrafficClass => _trafficClass;

    /// <summary>Identification, which joins the fragments of a datagram (RFC 6864).</summary>
    public ushort Identification => _identification;

    /// <summary>Don't fragment.</summary>
    public bool DontFragment => _dontFragment;

    /// <summary>More fragments.</summary>
    public bool MoreFragments => _moreFragments;

    /// <summary>Fragment offset in bytes, a multiple of eight.</summary>
    public ushort FragmentOffset => _fragmentOffset;

    /// <summary>
    /// Whether it is no IP packet but an ARP message (RFC 826), which its payload holds. <see cref="Source"/> and
    /// <see cref="Destination"/> are the message's sender and target.
    /// </summary>
    public bool IsArp => _isArp;

    /// <summary>The packet's number, in the order in which the run's packets were first sent; a duplicate has its original's.</summary>
    public long Id { get; internal set; }

    /// <summary>Bytes of the packet from the IP header on. Set when it is sealed.</summary>
    public int Length { get; internal set; }

    /// <summary>Whether it is a part of a larger datagram; its payload then begins with, or lies behind, the transport header.</summary>
    public bool IsFragment => _moreFragments || _fragmentOffset != 0;

    /// <summary>The bytes behind the transport header (behind the IP header in a fragment).</summary>
    public ReadOnlySpan<byte> Payload => Block is null ? default : Block.Bytes.AsSpan(PayloadOffset, PayloadLength);

    /// <summary>Bytes of the payload.</summary>
    public int PayloadLength { get; internal set; }

    /// <summary>When it came to the queue in which it waits, in nanoseconds of simulated time; of no meaning elsewhere.</summary>
    internal long QueuedAt { get; set; }

    /// <summary>
    /// Why its receiver will drop a packet that a link has damaged; None for all others. Its payload then begins with the transport
    /// header, as the bytes are now, or with the IP header where <see cref="IsHeaderDamaged"/> says so.
    /// </summary>
    internal DropReason Damage { get; set; }

    /// <summary>Whether not even the IP header can be read: the payload is the whole packet, and the fields say what it was before.</summary>
    internal bool IsHeaderDamaged { get; set; }

    internal PacketPool Pool { get; }

    internal PayloadBlock? Block { get; set; }

    internal int PayloadOffset { get; set; }

    /// <summary>A hash of what is in the headers, for the trace digest. Set when the packet is sealed.</summary>
    internal ulong Fingerprint { get; set; }
}
