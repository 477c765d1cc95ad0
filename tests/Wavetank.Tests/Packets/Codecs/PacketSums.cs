using System.Buffers.Binary;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

/// <summary>Makes the checksums of bytes right, so that what else is wrong with them is reached.</summary>
internal static class PacketSums
{
    /// <summary>In place; what is too short for a header is left as it is.</summary>
    public static void PutRight(byte[] bytes)
    {
        if (bytes.Length >= 20 && bytes[0] >> 4 == 4)
        {
            int header = Math.Min((bytes[0] & 15) * 4, bytes.Length);
            if (header >= 20)
            {
                bytes.AsSpan(10, 2).Clear();
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(10), InternetChecksum.Of(bytes.AsSpan(0, header)));
            }

            PutTransportRight(bytes, header, (IpProtocol)bytes[9], Address.FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(12))), Address.FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16))));
        }
        else if (bytes.Length >= 40 && bytes[0] >> 4 == 6)
        {
            PutTransportRight(bytes, 40, (IpProtocol)bytes[6], Read(bytes.AsSpan(8)), Read(bytes.AsSpan(24)));
        }

        static Address Read(ReadOnlySpan<byte> at) => new(BinaryPrimitives.ReadUInt64BigEndian(at), BinaryPrimitives.ReadUInt64BigEndian(at[8..]));
    }

    private static void PutTransportRight(byte[] bytes, int header, IpProtocol protocol, Address source, Address destination)
    {
        int at = protocol switch { IpProtocol.Tcp => 16, IpProtocol.Udp => 6, IpProtocol.Icmp or IpProtocol.IcmpV6 => 2, _ => -1 };
        Span<byte> body = bytes.AsSpan(Math.Min(header, bytes.Length));
        if (at >= 0 && body.Length >= at + 2)
        {
            body.Slice(at, 2).Clear();
            ulong pseudo = protocol == IpProtocol.Icmp ? 0 : InternetChecksum.PseudoHeader(source, destination, protocol, body.Length);
            BinaryPrimitives.WriteUInt16BigEndian(body[at..], InternetChecksum.Of(body, pseudo));
        }
    }
}
