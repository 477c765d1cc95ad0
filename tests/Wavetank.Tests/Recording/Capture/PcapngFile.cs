using System.Buffers.Binary;
using System.Text;

namespace Wavetank.Tests.Recording.Capture;

/// <summary>Reads a pcapng file as its specification says, independently of the writer, and checks the frame of every block.</summary>
internal sealed class PcapngFile
{
    public List<string> Interfaces { get; } = [];

    public List<PcapngPacket> Packets { get; } = [];

    /// <summary>The received and dropped packets of each interface.</summary>
    public List<(ulong Received, ulong Dropped)> Statistics { get; } = [];

    public Dictionary<string, ulong> Speeds { get; } = [];

    public string Application { get; private set; } = "";

    public string Everything { get; private set; } = "";

    public static PcapngFile Read(byte[] bytes)
    {
        var file = new PcapngFile { Everything = Encoding.Latin1.GetString(bytes) };
        ReadOnlySpan<byte> rest = bytes;
        while (!rest.IsEmpty)
        {
            int length = (int)BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            Assert.Equal(0, length % 4);
            Assert.Equal((uint)length, BinaryPrimitives.ReadUInt32LittleEndian(rest[(length - 4)..]));
            file.ReadBlock(BinaryPrimitives.ReadUInt32LittleEndian(rest), rest[8..(length - 4)]);
            rest = rest[length..];
        }

        return file;
    }

    /// <summary>The packets of an interface as <c>time direction comment</c>.</summary>
    public IEnumerable<string> SeenOn(string name) =>
        Packets.Where(packet => packet.Interface == name).Select(packet => $"{packet.Time} {packet.Direction} {packet.Comment}".TrimEnd());

    private static Dictionary<ushort, byte[]> Options(ReadOnlySpan<byte> bytes)
    {
        var options = new Dictionary<ushort, byte[]>();
        while (true)
        {
            ushort code = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
            if (code == 0)
            {
                Assert.Equal(4, bytes.Length);
                return options;
            }

            // Of comments there may be several; here they are lines of one.
            byte[] value = bytes.Slice(4, length).ToArray();
            options[code] = options.TryGetValue(code, out byte[]? first) ? [.. first, (byte)'\n', .. value] : value;
            bytes = bytes[(4 + ((length + 3) & ~3))..];
        }
    }

    private static string Text(Dictionary<ushort, byte[]> options, ushort code) =>
        options.TryGetValue(code, out byte[]? text) ? Encoding.UTF8.GetString(text) : "";

    private void ReadBlock(uint type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case 0x0A0D0D0A:
                Assert.Equal(0x1A2B3C4Du, BinaryPrimitives.ReadUInt32LittleEndian(body));
                Application = Text(Options(body[16..]), 4);
                break;
            case 1:
                Assert.Equal(101, BinaryPrimitives.ReadUInt16LittleEndian(body));
                Dictionary<ushort, byte[]> options = Options(body[8..]);
                Assert.Equal([9], options[9]);
                Interfaces.Add(Text(options, 2));
                if (options.TryGetValue(8, out byte[]? speed))
                {
                    Speeds.Add(Interfaces[^1], BinaryPrimitives.ReadUInt64LittleEndian(speed));
                }

                break;
            case 5:
                Dictionary<ushort, byte[]> counts = Options(body[12..]);
                Assert.Equal(Statistics.Count, (int)BinaryPrimitives.ReadUInt32LittleEndian(body));
                Statistics.Add((BinaryPrimitives.ReadUInt64LittleEndian(counts[4]), BinaryPrimitives.ReadUInt64LittleEndian(counts[5])));
                break;
            case 6:
                ReadPacket(body);
                break;
            default:
                Assert.Fail($"A block of type {type} was not expected.");
                break;
        }
    }

    private void ReadPacket(ReadOnlySpan<byte> body)
    {
        ulong stamp = ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(body[4..]) << 32) | BinaryPrimitives.ReadUInt32LittleEndian(body[8..]);
        int captured = (int)BinaryPrimitives.ReadUInt32LittleEndian(body[12..]);
        int original = (int)BinaryPrimitives.ReadUInt32LittleEndian(body[16..]);
        Dictionary<ushort, byte[]> options = Options(body[(20 + ((captured + 3) & ~3))..]);
        Packets.Add(new PcapngPacket(
            Interfaces[(int)BinaryPrimitives.ReadUInt32LittleEndian(body)],
            (long)(stamp - 946_684_800_000_000_000),
            (BinaryPrimitives.ReadUInt32LittleEndian(options[2]) & 3) switch { 1 => "in", 2 => "out", _ => "-" },
            BinaryPrimitives.ReadUInt64LittleEndian(options[5]),
            body.Slice(20, captured).ToArray(),
            original,
            Text(options, 1)));
    }
}
