using Wavetank.Packets;

namespace Wavetank.Devices;

/// <summary>
/// Gives each link a block of each family: 10.0.0.0/30, 10.0.0.4/30 and so on (RFC 1918 §3), fd00:0:0:1::/64 and so on (RFC 4193),
/// with one address for each end. Segments behind switches get 192.168.0.0/24, 192.168.1.0/24 and so on, then 172.16.0.0/24 and so
/// on; fd00:1:0:1::/64 and so on.
/// </summary>
internal sealed class AddressPlan
{
    private const int LinkPrefixLength = 30;
    private const int SegmentPrefixLength = 24;
    private const int PrefixLengthV6 = 64;
    private const ulong FirstV6 = 0xFD00_0000_0000_0000;
    private const ulong FirstSegmentV6 = 0xFD00_0001_0000_0000;
    private const uint First = 0x0A00_0000;
    private const uint BlockSize = 4;
    private const uint MaximumBlocks = (1u << 24) / BlockSize;

    // 192.168.0.0/16 and 172.16.0.0/12.
    private const uint FirstSegment = 0xC0A8_0000;
    private const uint FirstFurtherSegment = 0xAC10_0000;
    private const uint NearSegments = 1 << 8;
    private const uint MaximumSegments = NearSegments + (1 << 12);

    private uint _blocks;
    private uint _segments;

    /// <exception cref="InvalidOperationException">All four million blocks are taken.</exception>
    public (LinkAddresses First, LinkAddresses Second) TakeBlock()
    {
        if (_blocks == MaximumBlocks)
        {
            throw new InvalidOperationException($"A network holds at most {MaximumBlocks} links: 10.0.0.0/8 is used up.");
        }

        uint start = First + (_blocks++ * BlockSize);
        ulong networkV6 = FirstV6 + _blocks;
        return (Addresses(1), Addresses(2));

        LinkAddresses Addresses(uint end) =>
            new(Address.FromIPv4(start + end), LinkPrefixLength, new Address(networkV6, end), PrefixLengthV6);
    }

    /// <summary>A block for up to 254 hosts on a segment.</summary>
    /// <exception cref="InvalidOperationException">All blocks are taken.</exception>
    public SegmentBlock TakeSegmentBlock()
    {
        if (_segments == MaximumSegments)
        {
            throw new InvalidOperationException(
                $"A network holds at most {MaximumSegments} blocks of 254 hosts behind switches: 192.168.0.0/16 and 172.16.0.0/12 are used up.");
        }

        uint index = _segments++;
        uint start = index < NearSegments ? FirstSegment + (index << 8) : FirstFurtherSegment + ((index - NearSegments) << 8);
        return new SegmentBlock(
            new Prefix(Address.FromIPv4(start), SegmentPrefixLength), new Prefix(new Address(FirstSegmentV6 + index + 1, 0), PrefixLengthV6));
    }
}
