namespace Wavetank.Packets;

/// <summary>A run's packets and payload blocks, used again and again so that the packet path allocates nothing in its steady state.</summary>
internal sealed class PacketPool
{
    /// <summary>Bytes of a block of a send buffer: large enough that few segments straddle two, small enough for an idle connection.</summary>
    public const int BlockSize = 16 * 1024;

    /// <summary>Bytes of a block for one datagram that fits a common MTU, or a few small messages, so that many under way stay in the processor's cache.</summary>
    public const int SmallBlockSize = 2 * 1024;

    /// <summary>Bytes of a block that takes any IP packet with its headers: 65,575 are the most.</summary>
    private const int LargeBlockSize = 66 * 1024;

    // What is free is chained through itself, the last that came back first: it is still in the processor's cache.
    private Packet? _freePacket;
    private PayloadBlock? _freeSmallBlock;
    private PayloadBlock? _freeBlock;
    private PayloadBlock? _freeLargeBlock;

    /// <summary>Packets that are in use now. In a finished run without packets in flight it is zero, which tests assert.</summary>
    public int Rented { get; private set; }

    public Packet Rent()
    {
        Rented++;
        if (_freePacket is not { } packet)
        {
            return new Packet(this);
        }

        _freePacket = packet.NextFree;
        packet.TimeToLive = 0;
        packet.TrafficClass = 0;
        packet.Identification = 0;
        packet.DontFragment = false;
        packet.MoreFragments = false;
        packet.FragmentOffset = 0;
        packet.LinkSource = default;
        packet.LinkDestination = default;
        packet.IsArp = false;
        packet.Damage = DropReason.None;
        packet.IsHeaderDamaged = false;
        packet.Tcp = default;
        packet.Udp = default;
        packet.Icmp = default;
        return packet;
    }

    /// <summary>A packet that is the same in all but its place in memory, its number included.</summary>
    public Packet RentCopy(Packet original)
    {
        Packet copy = Rent();
        copy.Source = original.Source;
        copy.Destination = original.Destination;
        copy.Protocol = original.Protocol;
        copy.TimeToLive = original.TimeToLive;
        copy.TrafficClass = original.TrafficClass;
        copy.Identification = original.Identification;
        copy.DontFragment = original.DontFragment;
        copy.MoreFragments = original.MoreFragments;
        copy.FragmentOffset = original.FragmentOffset;
        copy.LinkSource = original.LinkSource;
        copy.LinkDestination = original.LinkDestination;
        copy.IsArp = original.IsArp;
        copy.Damage = original.Damage;
        copy.IsHeaderDamaged = original.IsHeaderDamaged;
        copy.Tcp = original.Tcp;
        copy.Udp = original.Udp;
        copy.Icmp = original.Icmp;
        copy.Id = original.Id;
        copy.Length = original.Length;
        copy.Fingerprint = original.Fingerprint;
        if (original.Block is { } block)
        {
            copy.Carry(block, original.PayloadOffset, original.PayloadLength);
        }

        return copy;
    }

    public void Return(Packet packet)
    {
        Rented--;
        packet.NextFree = _freePacket;
        _freePacket = packet;
    }

    /// <summary>An empty block that the caller holds, with room for at least so many bytes (66 KiB at most).</summary>
    public PayloadBlock RentBlock(int minimum = BlockSize)
    {
        int size = minimum <= SmallBlockSize ? SmallBlockSize : minimum <= BlockSize ? BlockSize : LargeBlockSize;
        ref PayloadBlock? free = ref FreeBlock(size);
        if (free is not { } block)
        {
            return new PayloadBlock(this, size);
        }

        free = block.NextFree;
        return block;
    }

    public void Return(PayloadBlock block)
    {
        ref PayloadBlock? free = ref FreeBlock(block.Bytes.Length);
        block.NextFree = free;
        free = block;
    }

    private ref PayloadBlock? FreeBlock(int size)
    {
        if (size == SmallBlockSize)
        {
            return ref _freeSmallBlock;
        }

        return ref size == BlockSize ? ref _freeBlock : ref _freeLargeBlock;
    }
}
