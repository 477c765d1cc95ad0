using System.Buffers.Binary;

namespace Wavetank.Packets.Codecs;

/// <summary>The TCP header (RFC 9293 §3.1).</summary>
internal static class TcpCodec
{
    /// <summary>Writes the header before the payload that stands in <paramref name="segment"/> already.</summary>
    public static void Write(Packet packet, Span<byte> segment)
    {
        ref readonly TcpHeader tcp = ref packet.Tcp;
        int headerLength = tcp.Length;
        BinaryPrimitives.WriteUInt16BigEndian(segment, tcp.SourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(segment[2..], tcp.DestinationPort);
        BinaryPrimitives.WriteUInt32BigEndian(segment[4..], tcp.SequenceNumber);
        BinaryPrimitives.WriteUInt32BigEndian(segment[8..], tcp.AcknowledgmentNumber);
        segment[12] = (byte)(headerLength << 2);
        segment[13] = (byte)tcp.Flags;
        BinaryPrimitives.WriteUInt16BigEndian(segment[14..], tcp.Window);
        segment[16..18].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(segment[18..], tcp.UrgentPointer);
        TcpOptionsCodec.Write(in tcp.Options, segment[TcpHeader.MinimumLength..headerLength]);

        // RFC 9293 §3.1, MUST-2: the sender computes the checksum.
        BinaryPrimitives.WriteUInt16BigEndian(segment[16..], InternetChecksum.Of(segment, PseudoHeader(packet, segment.Length)));
    }

    public static DropReason Read(Packet packet, ref ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> segment = body;
        if (segment.Length < TcpHeader.MinimumLength)
        {
            return DropReason.Malformed;
        }

        int headerLength = (segment[12] >> 4) * 4;
        if (headerLength < TcpHeader.MinimumLength || headerLength > segment.Length)
        {
            return DropReason.Malformed;
        }

        // RFC 9293 §3.1, MUST-3: the receiver checks the checksum.
        if (!InternetChecksum.IsGood(segment, PseudoHeader(packet, segment.Length)))
        {
            return DropReason.BadChecksum;
        }

        ref TcpHeader tcp = ref packet.Tcp;
        tcp.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(segment);
        tcp.DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
        tcp.SequenceNumber = BinaryPrimitives.ReadUInt32BigEndian(segment[4..]);
        tcp.AcknowledgmentNumber = BinaryPrimitives.ReadUInt32BigEndian(segment[8..]);
        tcp.Flags = (TcpFlags)segment[13];
        tcp.Window = BinaryPrimitives.ReadUInt16BigEndian(segment[14..]);
        tcp.UrgentPointer = BinaryPrimitives.ReadUInt16BigEndian(segment[18..]);
        TcpOptionsCodec.Read(segment[TcpHeader.MinimumLength..headerLength], ref tcp.Options);
        body = segment[headerLength..];
        return DropReason.None;
    }

    private static ulong PseudoHeader(Packet packet, int length) =>
        InternetChecksum.PseudoHeader(packet.Source, packet.Destination, IpProtocol.Tcp, length);
}
