using Wavetank.Packets;
using Wavetank.Recording.Capture;
using Wavetank.Tests.Packets.Codecs;

namespace Wavetank.Tests.Recording.Capture;

/// <summary>What Wireshark makes of a capture.</summary>
public sealed class TsharkTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Stamps_interfaces_directions_and_comments_are_read_as_they_were_meant()
    {
        Packet lost = _run.Tcp("lost", 100);

        string[][] rows = Tshark.Fields(
            Capture(run =>
            {
                run.Carry(run.Forward, run.Tcp("hello", 7), 1, 1_234_567_890_123);
                run.At(1_234_567_890_124).Raise(PacketEventKind.Sent, run.Forward, lost);
                run.Raise(PacketEventKind.Dropped, run.Forward, lost, DropReason.LinkLoss);
            }),
            "frame.time_epoch", "frame.interface_name", "frame.packet_flags_direction", "frame.packet_id", "tcp.seq_raw", "frame.comment");

        Assert.Equal(
            [
                ["946684800.000000001", "client.eth0", "2", "2", "7", ""],
                ["946686034.567890123", "server.eth0", "1", "2", "7", ""],
                ["946686034.567890124", "client.eth0", "2", "1", "100", "dropped: link loss at link/client-server/forward"],
            ],
            rows.Select(row => row.Select(value => value.Replace("0x0000000", "")).ToArray()));
    }

    [Fact]
    public void No_packet_of_any_kind_is_malformed_and_every_checksum_is_good()
    {
        const int Count = 400;
        byte[] capture = Capture(run =>
        {
            var samples = new SamplePackets(run.Pool, 3);
            for (int i = 0; i < Count; i++)
            {
                Packet packet = samples.Next(1400);
                MakePlain(packet);
                run.At(i).Raise(PacketEventKind.Sent, run.Forward, packet);
            }
        });

        string[] checksums = ["ip.checksum.status", "tcp.checksum.status", "udp.checksum.status", "icmp.checksum.status", "icmpv6.checksum.status"];
        string[][] rows = Tshark.Fields(capture, [.. checksums, "_ws.malformed", "_ws.short"]);

        Assert.Equal(Count, rows.Length);
        Assert.All(rows, row => Assert.Equal(("", ""), (row[5], row[6])));
        for (int i = 0; i < checksums.Length; i++)
        {
            // 1 is good; a field that is not there belongs to another protocol or to a fragment.
            string[] values = [.. rows.Select(row => row[i]).Where(value => value.Length > 0)];
            Assert.True(values.Length > 20, $"{checksums[i]} was seen {values.Length} times");
            Assert.All(values, value => Assert.Equal("1", value));
        }
    }

    [Fact]
    public void TCP_options_are_read_as_they_were_written()
    {
        Packet syn = _run.Tcp();
        syn.Tcp.Flags = TcpFlags.Syn;
        syn.Tcp.Options = new TcpOptions
        {
            MaximumSegmentSize = 1460,
            SackPermitted = true,
            HasTimestamps = true,
            TimestampValue = 11,
            TimestampEcho = 12,
            HasWindowScale = true,
            WindowScale = 7,
        };
        syn.Seal();
        Packet ack = _run.Tcp();
        ack.Tcp.Options = new TcpOptions { HasTimestamps = true, TimestampValue = 13, TimestampEcho = 14, SackCount = 2 };
        ack.Tcp.Options.SackBlocks[0] = new SackBlock(1000, 2000);
        ack.Tcp.Options.SackBlocks[1] = new SackBlock(5000, 6000);
        ack.Seal();

        string[][] rows = Tshark.Fields(
            Capture(run => run.Raise(PacketEventKind.Sent, run.Forward, syn).Raise(PacketEventKind.Sent, run.Forward, ack)),
            "tcp.flags", "tcp.options.mss_val", "tcp.options.wscale.shift", "tcp.options.timestamp.tsval",
            "tcp.options.timestamp.tsecr", "tcp.options.sack.count", "tcp.hdr_len");

        Assert.Equal("0x0002|1460|7|11|12||40", string.Join('|', rows[0]));
        Assert.Equal("0x0010|||13|14|2|52", string.Join('|', rows[1]));
    }

    /// <summary>Ports and types that no dissector claims, so that random payload stays payload.</summary>
    private static void MakePlain(Packet packet)
    {
        packet.Tcp.SourcePort = packet.Udp.SourcePort = 60_001;
        packet.Tcp.DestinationPort = packet.Udp.DestinationPort = 60_002;
        packet.Tcp.Flags = TcpFlags.Ack;
        packet.Tcp.Options.MaximumSegmentSize = 0;
        packet.Icmp.Type = (byte)(packet.Source.IsIPv4 ? 8 : 128);
        packet.Icmp.Code = 0;
        if (packet.Protocol == (IpProtocol)132)
        {
            packet.Protocol = (IpProtocol)253; // for experiments, RFC 3692
        }

        packet.Seal();
    }

    private byte[] Capture(Action<TestRun> body)
    {
        using var stream = new MemoryStream();
        CapturePoint[] points = [new(_run.Forward, "client.eth0", "server.eth0", 1_000_000)];
        using (var writer = new PcapngWriter(stream, _run.Events, points))
        {
            _run.Events.Subscribe(writer);
            body(_run);
        }

        return stream.ToArray();
    }
}
