using System.Buffers.Binary;
using Wavetank.Packets;

namespace Wavetank.Stack.Icmp;

/// <summary>
/// What an error message quotes of the packet that it is about: enough to find its socket (RFC 792: the IP header and the first
/// eight bytes behind it).
/// </summary>
internal readonly record struct IcmpQuote(IpProtocol Protocol, TransportAddress Local, TransportAddress Remote, uint SequenceNumber)
{
    private const int TransportLength = 8;
    private const byte FragmentHeader = 44;

    /// <summary>Reads the quote. Local is the quoted packet's sender: the host that receives the error.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out IcmpQuote quote)
    {
        quote = default;
        return (bytes.IsEmpty ? 0 : bytes[0] >> 4) switch
        {
            4 => TryParseIPv4(bytes, out quote),
            6 => TryParseIPv6(bytes, out quote),
            _ => false,
        };
    }

    private static bool TryParseIPv4(ReadOnlySpan<byte> bytes, out IcmpQuote quote)
    {
        quote = default;
        int headerLength = (bytes[0] & 0x0F) * 4;
        if (headerLength < Packet.IPv4HeaderLength || bytes.Length < headerLength + TransportLength)
        {
            return false;
        }

        quote = Create(
            bytes[9],
            Address.FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes[12..])),
            Address.FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..])),
            bytes[headerLength..]);
        return true;
    }

    private static bool TryParseIPv6(ReadOnlySpan<byte> bytes, out IcmpQuote quote)
    {
        quote = default;
        if (bytes.Length < Packet.IPv6HeaderLength + Packet.IPv6FragmentHeaderLength)
        {
            return false;
        }

        // The first fragment of a datagram has its transport header too, one header further on.
        bool isFragment = bytes[6] == FragmentHeader;
        int headerLength = Packet.IPv6HeaderLength + (isFragment ? Packet.IPv6FragmentHeaderLength : 0);
        if (bytes.Length < headerLength + TransportLength)
        {
            return false;
        }

        quote = Create(bytes[isFragment ? Packet.IPv6HeaderLength : 6], ReadAddress(bytes[8..]), ReadAddress(bytes[24..]), bytes[headerLength..]);
        return true;
    }

    private static IcmpQuote Create(byte protocol, Address source, Address destination, ReadOnlySpan<byte> transport) => new(
        (IpProtocol)protocol,
        new TransportAddress(source, BinaryPrimitives.ReadUInt16BigEndian(transport)),
        new TransportAddress(destination, BinaryPrimitives.ReadUInt16BigEndian(transport[2..])),
        BinaryPrimitives.ReadUInt32BigEndian(transport[4..]));

    private static Address ReadAddress(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
}
