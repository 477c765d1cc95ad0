using System.Buffers.Binary;

namespace Wavetank.Packets.Codecs;

/// <summary>
/// TCP's options, laid out as <see cref="TcpOptions.Length"/> counts them and as Linux sends them: maximum segment size; timestamps
/// behind SACK-permitted or two NOPs; SACK-permitted alone behind two NOPs; window scale behind one; SACK blocks behind two.
/// </summary>
internal static class TcpOptionsCodec
{
    /// <summary>The most bytes of options that the data offset can announce (RFC 9293 §3.1).</summary>
    public const int MaximumLength = 40;

    // Kinds of the IANA registry. Each but the first two is followed by its length.
    private const byte EndOfList = 0;
    private const byte NoOperation = 1;
    private const byte MaximumSegmentSize = 2;
    private const byte WindowScale = 3;
    private const byte SackPermitted = 4;
    private const byte Sack = 5;
    private const byte Timestamps = 8;

    private const int SackBlockLength = 8;

    /// <summary>Writes the options, each with its length (RFC 9293 §3.1, MUST-68); they fill the bytes exactly.</summary>
    public static void Write(in TcpOptions options, Span<byte> bytes)
    {
        if (options.MaximumSegmentSize != 0)
        {
            Begin(ref bytes, 0, MaximumSegmentSize, 4);
            Put(ref bytes, options.MaximumSegmentSize);
        }

        if (options.HasTimestamps)
        {
            if (options.SackPermitted)
            {
                Begin(ref bytes, 0, SackPermitted, 2);
            }

            Begin(ref bytes, options.SackPermitted ? 0 : 2, Timestamps, 10);
            Put(ref bytes, options.TimestampValue);
            Put(ref bytes, options.TimestampEcho);
        }
        else if (options.SackPermitted)
        {
            Begin(ref bytes, 2, SackPermitted, 2);
        }

        if (options.HasWindowScale)
        {
            Begin(ref bytes, 1, WindowScale, 3);
            bytes[0] = options.WindowScale;
            bytes = bytes[1..];
        }

        if (options.SackCount > 0)
        {
            Begin(ref bytes, 2, Sack, (byte)(2 + (SackBlockLength * options.SackCount)));
            for (int i = 0; i < options.SackCount; i++)
            {
                Put(ref bytes, options.SackBlocks[i].Left);
                Put(ref bytes, options.SackBlocks[i].Right);
            }
        }
    }

    /// <summary>Reads what can be read, in any segment (RFC 9293 §3.1, MUST-4 and MUST-5; §3.2, MUST-64). Nothing here makes it unacceptable.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, ref TcpOptions options)
    {
        while (!bytes.IsEmpty && bytes[0] != EndOfList)
        {
            if (bytes[0] == NoOperation)
            {
                bytes = bytes[1..];
                continue;
            }

            // RFC 9293 §3.1, MUST-7: an illegal length does no harm; what stands behind it cannot be told apart any more.
            int length = bytes.Length < 2 ? 0 : bytes[1];
            if (length < 2 || length > bytes.Length)
            {
                break;
            }

            // RFC 9293 §3.1, MUST-6: an unknown option is passed over by its length.
            ReadOne(bytes[0], bytes[2..length], ref options);
            bytes = bytes[length..];
        }

        // A sender that pads less than we do may fit in a block more; it could not be written again.
        while (options.Length > MaximumLength)
        {
            options.SackCount--;
        }
    }

    private static void ReadOne(byte kind, ReadOnlySpan<byte> value, ref TcpOptions options)
    {
        switch (kind)
        {
            case MaximumSegmentSize when value.Length == 2:
                options.MaximumSegmentSize = BinaryPrimitives.ReadUInt16BigEndian(value);
                break;
            case WindowScale when value.Length == 1:
                options.HasWindowScale = true;
                options.WindowScale = value[0];
                break;
            case SackPermitted when value.IsEmpty:
                options.SackPermitted = true;
                break;
            case Timestamps when value.Length == 8:
                options.HasTimestamps = true;
                options.TimestampValue = BinaryPrimitives.ReadUInt32BigEndian(value);
                options.TimestampEcho = BinaryPrimitives.ReadUInt32BigEndian(value[4..]);
                break;
            case Sack when value.Length % SackBlockLength == 0:
                ReadSack(value, ref options);
                break;
        }
    }

    private static void ReadSack(ReadOnlySpan<byte> value, ref TcpOptions options)
    {
        // 40 bytes of options hold four blocks, so the count cannot exceed SackBlocks.Capacity.
        options.SackCount = (byte)(value.Length / SackBlockLength);
        for (int i = 0; i < options.SackCount; i++)
        {
            ReadOnlySpan<byte> block = value.Slice(i * SackBlockLength, SackBlockLength);
            options.SackBlocks[i] = new SackBlock(
                BinaryPrimitives.ReadUInt32BigEndian(block), BinaryPrimitives.ReadUInt32BigEndian(block[4..]));
        }
    }

    private static void Begin(ref Span<byte> bytes, int padding, byte kind, byte length)
    {
        bytes[..padding].Fill(NoOperation);
        bytes[padding] = kind;
        bytes[padding + 1] = length;
        bytes = bytes[(padding + 2)..];
    }

    private static void Put(ref Span<byte> bytes, ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        bytes = bytes[sizeof(ushort)..];
    }

    private static void Put(ref Span<byte> bytes, uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        bytes = bytes[sizeof(uint)..];
    }
}
