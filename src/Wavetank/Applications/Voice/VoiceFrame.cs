using System.Buffers.Binary;

namespace Wavetank.Applications.Voice;

/// <summary>A frame of G.711 in RTP: 20 ms, 160 samples, of a byte each.</summary>
internal static class VoiceFrame
{
    // RTP's fixed header, without sources that contribute.
    public const int HeaderSize = 12;

    // The RTP profile for audio: 8000 samples a second, and packets of 20 ms unless agreed otherwise.
    public const int Samples = 160;

    public const int Size = HeaderSize + Samples;

    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(20);

    public static void Write(Span<byte> bytes, long number, uint source, long sentAt)
    {
        // Version 2, no padding, no extension; payload type 0, PCMU, with the marker at the talk spurt's first frame.
        bytes[0] = 0x80;
        bytes[1] = (byte)(number == 0 ? 0x80 : 0);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)number);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], (uint)(number * Samples));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], source);

        // RTP's own clock has no beginning that both sides know; the samples carry the time instead.
        BinaryPrimitives.WriteInt64BigEndian(bytes[HeaderSize..], sentAt);
    }

    /// <summary>Reads a frame; false for what is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ushort number, out long sentAt)
    {
        bool isFrame = bytes.Length == Size && bytes[0] == 0x80 && (bytes[1] & 0x7F) == 0;
        number = isFrame ? BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) : (ushort)0;
        sentAt = isFrame ? BinaryPrimitives.ReadInt64BigEndian(bytes[HeaderSize..]) : 0;
        return isFrame;
    }
}
