using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

/// <summary>The layout of TCP's options, byte by byte.</summary>
public sealed class TcpCodecTests
{
    private readonly PacketPool _pool = new();

    // Proves RFC 9293 MUST-68.
    [Fact]
    public void Syn_has_MSS_SACK_permitted_timestamps_and_window_scale_in_the_order_of_Linux()
    {
        Packet packet = Segment(new TcpOptions
        {
            MaximumSegmentSize = 1460,
            SackPermitted = true,
            HasTimestamps = true,
            TimestampValue = 0x01020304,
            HasWindowScale = true,
            WindowScale = 7,
        });

        Assert.Equal("020405B4" + "0402" + "080A0102030400000000" + "01" + "030307", OptionsOf(packet));
    }

    [Fact]
    public void Syn_without_timestamps_pads_SACK_permitted()
    {
        Packet packet = Segment(new TcpOptions { MaximumSegmentSize = 536, SackPermitted = true, HasWindowScale = true, WindowScale = 2 });

        Assert.Equal("02040218" + "01010402" + "01030302", OptionsOf(packet));
    }

    [Fact]
    public void Established_segment_has_timestamps_and_three_SACK_blocks_in_40_bytes()
    {
        var options = new TcpOptions { HasTimestamps = true, TimestampValue = 1, TimestampEcho = 2, SackCount = 3 };
        for (uint i = 0; i < 3; i++)
        {
            options.SackBlocks[(int)i] = new SackBlock(16 * i, (16 * i) + 1);
        }

        string text = OptionsOf(Segment(options));

        Assert.Equal("0101080A0000000100000002" + "0101051A" + "0000000000000001" + "0000001000000011" + "0000002000000021", text);
        Assert.Equal(80, text.Length);
    }

    // Proves RFC 9293 MUST-2.
    [Fact]
    public void Header_stands_as_in_a_segment_that_was_captured_elsewhere()
    {
        // A SYN of a Linux host, with the sums that it sent.
        byte[] bytes = Convert.FromHexString(
            "4500003C1C4640004006B1E6AC100A63AC100A0C" + "C0DE0050499602D200000000A002FFFF" + "0000" + "0000" + "020405B40402080A0001E2400000000001030306");
        InsertChecksum(bytes);

        Assert.True(PacketCodec.TryParse(bytes, _pool, out Packet? packet, out _));
        Assert.Equal(0xC0DE, packet.Tcp.SourcePort);
        Assert.Equal(80, packet.Tcp.DestinationPort);
        Assert.Equal(1234567890u, packet.Tcp.SequenceNumber);
        Assert.Equal(TcpFlags.Syn, packet.Tcp.Flags);
        Assert.Equal(65535, packet.Tcp.Window);
        Assert.Equal(1460, packet.Tcp.Options.MaximumSegmentSize);
        Assert.Equal(123456u, packet.Tcp.Options.TimestampValue);
        Assert.True(packet.Tcp.Options.SackPermitted);
        Assert.Equal(6, packet.Tcp.Options.WindowScale);
        byte[] written = new byte[bytes.Length];
        PacketCodec.Write(packet, written);
        Assert.Equal(bytes, written);
    }

    // Proves RFC 9293 MUST-4, MUST-6, MUST-7, MUST-64.
    [Theory]
    [InlineData("FD04ABCD020405B4", 1460)] // an unknown kind with its length
    [InlineData("0101010101020405B4", 1460)] // more padding than needed
    [InlineData("00020405B4", 0)] // behind the end of the list
    [InlineData("FD00020405B4", 0)] // a length of zero ends what can be read
    [InlineData("FD01020405B4", 0)] // so does one that does not count itself
    [InlineData("FDFF020405B4", 0)] // and one that reaches beyond the header
    [InlineData("020305020405B4", 1460)] // a known kind of the wrong length is passed over
    public void Options_that_are_unknown_or_broken_do_no_harm(string hex, int expected)
    {
        var options = default(TcpOptions);

        TcpOptionsCodec.Read(Convert.FromHexString(hex), ref options);

        Assert.Equal(expected, options.MaximumSegmentSize);
    }

    [Fact]
    public void Options_of_a_sender_that_does_not_pad_can_be_written_again()
    {
        // 2 + 24 bytes of SACK blocks, 10 of timestamps, 3 of window scale: 39 bytes, which would be 44 with our padding.
        string hex = "051A" + string.Concat(Enumerable.Repeat("0000000100000002", 3)) + "080A0000000100000002" + "030307";
        var options = default(TcpOptions);

        TcpOptionsCodec.Read(Convert.FromHexString(hex), ref options);

        Assert.Equal(2, options.SackCount);
        Assert.True(options.Length <= TcpOptionsCodec.MaximumLength);
    }

    private static string OptionsOf(Packet packet)
    {
        byte[] bytes = new byte[packet.Length];
        PacketCodec.Write(packet, bytes);
        Assert.Equal(packet.Tcp.Length / 4, bytes[32] >> 4);
        return Convert.ToHexString(bytes.AsSpan(40));
    }

    private static void InsertChecksum(byte[] bytes)
    {
        ulong pseudo = InternetChecksum.PseudoHeader(Address.Parse("172.16.10.99"), Address.Parse("172.16.10.12"), IpProtocol.Tcp, bytes.Length - 20);
        ushort checksum = InternetChecksum.Of(bytes.AsSpan(20), pseudo);
        bytes[36] = (byte)(checksum >> 8);
        bytes[37] = (byte)checksum;
    }

    private Packet Segment(TcpOptions options)
    {
        Packet packet = _pool.Rent();
        packet.Source = Address.Parse("10.0.0.1");
        packet.Destination = Address.Parse("10.0.0.2");
        packet.Protocol = IpProtocol.Tcp;
        packet.Tcp.Options = options;
        packet.Seal();
        return packet;
    }
}
