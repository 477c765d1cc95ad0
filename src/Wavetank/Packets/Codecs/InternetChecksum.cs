using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wavetank.Packets.Codecs;

/// <summary>
/// The checksum of IP, ICMP, UDP and TCP: the ones' complement of the ones' complement sum of all 16-bit words (RFC 1071).
/// </summary>
internal static class InternetChecksum
{
    /// <summary>The checksum of some bytes, as it is written in network order.</summary>
    /// <param name="bytes">The bytes; an odd last one counts as if a zero followed.</param>
    /// <param name="pseudoHeader">What <see cref="PseudoHeader"/> gave, or 0.</param>
    public static ushort Of(ReadOnlySpan<byte> bytes, ulong pseudoHeader = 0) => (ushort)~Fold(pseudoHeader + Fold(Sum(bytes)).InNetworkOrder());

    /// <summary>Whether bytes that hold their own checksum are unharmed: they then sum up to minus zero.</summary>
    public static bool IsGood(ReadOnlySpan<byte> bytes, ulong pseudoHeader = 0) => Of(bytes, pseudoHeader) == 0;

    /// <summary>The sum of the pseudo header that TCP, UDP and ICMPv6 take in (RFC 9293 §3.1, RFC 8200 §8.1).</summary>
    /// <remarks>
    /// One sum for both families: the fields are the same 16-bit words in another order, and the prefix of a mapped IPv4 address,
    /// 0xFFFF, is minus zero in ones' complement.
    /// </remarks>
    public static ulong PseudoHeader(Address source, Address destination, IpProtocol protocol, int length) =>
        Words(source.High) + Words(source.Low) + Words(destination.High) + Words(destination.Low) + (ulong)protocol + (uint)length;

    private static ulong Words(ulong value) =>
        (value >> 48) + ((value >> 32) & 0xFFFF) + ((value >> 16) & 0xFFFF) + (value & 0xFFFF);

    private static ushort Fold(ulong sum)
    {
        sum = (sum & 0xFFFF_FFFF) + (sum >> 32);
        sum = (sum & 0xFFFF) + ((sum >> 16) & 0xFFFF) + (sum >> 32);
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)((sum & 0xFFFF) + (sum >> 16));
    }

    // RFC 1071 §2(B): the sum does not depend on the order of the bytes, but for an exchange at its end; so words of any size are
    // added as the processor reads them.
    private static ushort InNetworkOrder(this ushort folded) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(folded) : folded;

    /// <summary>The sum in the processor's order. Carries stay in the upper halves, which cannot overflow below 2^32 words.</summary>
    private static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        if (Vector256.IsHardwareAccelerated && bytes.Length >= 2 * Vector256<byte>.Count)
        {
            Vector256<ulong> low = Vector256.Create(0xFFFF_FFFFUL);
            Vector256<ulong> lanes = Vector256<ulong>.Zero;
            while (bytes.Length >= Vector256<byte>.Count)
            {
                Vector256<ulong> words = Vector256.Create(bytes).AsUInt64();
                lanes += (words & low) + (words >>> 32);
                bytes = bytes[Vector256<byte>.Count..];
            }

            sum = Vector256.Sum(lanes);
        }

        while (bytes.Length >= sizeof(ulong))
        {
            ulong word = MemoryMarshal.Read<ulong>(bytes);
            sum += (word & 0xFFFF_FFFF) + (word >> 32);
            bytes = bytes[sizeof(ulong)..];
        }

        if (!bytes.IsEmpty)
        {
            Span<byte> tail = stackalloc byte[sizeof(ulong)];
            tail.Clear();
            bytes.CopyTo(tail);
            ulong word = MemoryMarshal.Read<ulong>(tail);
            sum += (word & 0xFFFF_FFFF) + (word >> 32);
        }

        return sum;
    }
}
