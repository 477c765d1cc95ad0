using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using Wavetank.Recording.Capture;

namespace Wavetank.Tests.Recording.Capture;

public sealed class PcapngWriterTests : IDisposable
{
    private readonly TestRun _run = new();
    private readonly MemoryStream _stream = new();

    private CapturePoint[] Points =>
    [
        new(_run.Forward, "client.eth0", "server.eth0", 10_000_000),
        new(_run.Backward, "server.eth0", "client.eth0"),
        new(_run.Loopback, "client.lo", "client.lo"),
    ];

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_packet_goes_out_where_it_was_sent_and_comes_in_where_it_arrived()
    {
        PcapngFile file = Capture(run => run.Carry(run.Forward, run.Tcp("hello"), 5, 1_000_000_007));

        Assert.Equal(["5 out"], file.SeenOn("client.eth0"));
        Assert.Equal(["1000000007 in"], file.SeenOn("server.eth0"));
        Assert.Equal(file.Packets[0].Id, file.Packets[1].Id);
        Assert.Equal(file.Packets[0].Bytes, file.Packets[1].Bytes);
    }

    [Fact]
    public void Bytes_are_those_of_the_codec()
    {
        Packet packet = _run.Udp("some payload");
        byte[] bytes = new byte[packet.Length];
        PacketCodec.Write(packet, bytes);

        PcapngFile file = Capture(run => run.Carry(run.Backward, packet, 0, 1));

        Assert.All(file.Packets, seen => Assert.Equal(bytes, seen.Bytes));
    }

    [Fact]
    public void Loopback_packets_are_captured_once()
    {
        PcapngFile file = Capture(run => run.Carry(run.Loopback, run.Tcp(), 3, 3));

        Assert.Equal(["3 out"], file.SeenOn("client.lo"));
        Assert.Single(file.Packets);
    }

    [Fact]
    public void Stamps_agree_with_the_clock_that_programs_see()
    {
        PcapngFile file = Capture(run => run.Carry(run.Forward, run.Tcp(), 1_234_567_800, 9_000_000_000_000_000_000));

        Assert.Equal(9_000_000_000_000_000_000, file.Packets[1].Time);
        _run.At(1_234_567_800);
        TimeSpan sinceEpoch = _run.UtcNow - DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(946_684_800);
        Assert.Equal(file.Packets[0].Time, sinceEpoch.Ticks * 100);
    }

    [Fact]
    public void Interfaces_have_names_and_the_speed_of_the_link_they_send_on()
    {
        PcapngFile file = Capture(_ => { });

        Assert.Equal(["client.eth0", "server.eth0", "client.lo"], file.Interfaces);
        Assert.Equal(new Dictionary<string, ulong> { ["client.eth0"] = 10_000_000 }, file.Speeds);
        Assert.Matches(@"^Wavetank \d+\.\d+\.\d+$", file.Application);
        Assert.DoesNotContain(Environment.MachineName, file.Everything);
    }

    [Fact]
    public void All_points_of_a_network_are_its_links_and_not_its_hosts()
    {
        Assert.Equal(Points.Select(point => point with { BitsPerSecond = 0 }), CapturePoint.All(_run.Events));
    }

    [Fact]
    public void Only_the_interfaces_asked_for_are_captured()
    {
        PcapngFile file = Capture(
            run =>
            {
                run.Carry(run.Forward, run.Tcp(), 1, 2);
                run.Carry(run.Loopback, run.Tcp(), 3, 3);
                run.At(4).Raise(PacketEventKind.Dropped, run.Forward, run.Tcp(), DropReason.QueueFull);
            },
            new CaptureOptions { Interfaces = ["server.eth0"] });

        Assert.Equal(["server.eth0"], file.Interfaces);
        Assert.Equal(["2 in"], file.SeenOn("server.eth0"));
        Assert.Single(file.Packets);
    }

    [Fact]
    public void An_interface_that_does_not_exist_is_named_with_those_that_do()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new PcapngWriter(_stream, _run.Events, Points, new CaptureOptions { Interfaces = ["client.eth1"] }));

        Assert.Equal("There is no interface 'client.eth1' to capture on. The interfaces are: client.eth0, server.eth0, client.lo.", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(CaptureOptions.MaximumSnapLength + 1)]
    public void A_snap_length_out_of_its_range_is_refused(int snapLength) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new PcapngWriter(_stream, _run.Events, Points, new CaptureOptions { SnapLength = snapLength }));

    [Fact]
    public void Snap_length_cuts_the_bytes_and_keeps_the_length()
    {
        PcapngFile file = Capture(
            run =>
            {
                run.Carry(run.Forward, run.Tcp(new string('x', 1000)), 1, 2);
                run.Carry(run.Forward, run.Tcp("y"), 3, 4);
            },
            new CaptureOptions { SnapLength = 42 });

        Assert.Equal([42, 42, 41, 41], file.Packets.Select(packet => packet.Bytes.Length));
        Assert.Equal([1040, 1040, 41, 41], file.Packets.Select(packet => packet.OriginalLength));
    }

    [Fact]
    public void Statistics_count_what_was_seen_and_what_could_not_be_sent()
    {
        PcapngFile file = Capture(run =>
        {
            run.Carry(run.Forward, run.Tcp(), 1, 2);
            run.Carry(run.Backward, run.Tcp(), 3, 4);
            run.At(5).Raise(PacketEventKind.Dropped, run.Forward, run.Tcp(), DropReason.QueueFull);
            Packet lost = run.Tcp();
            run.At(6).Raise(PacketEventKind.Sent, run.Forward, lost);
            run.Raise(PacketEventKind.Dropped, run.Forward, lost, DropReason.LinkLoss);
        });

        Assert.Equal([(3UL, 1UL), (2UL, 0UL), (0UL, 0UL)], file.Statistics);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        byte[] first = Bytes();
        byte[] second = Bytes();

        Assert.Equal(first, second);
        Assert.True(first.Length > 100_000);

        static byte[] Bytes()
        {
            using var test = new PcapngWriterTests();
            test.Capture(run =>
            {
                for (int i = 0; i < 1000; i++)
                {
                    run.Carry(run.Forward, run.Tcp($"packet {i}"), 10 * i, (10 * i) + 5);
                }
            });
            return test._stream.ToArray();
        }
    }

    [Fact]
    public void An_instant_with_many_packets_is_written_whole_and_in_order()
    {
        PcapngFile file = Capture(run =>
        {
            for (uint i = 0; i < 3000; i++)
            {
                run.At(7).Raise(PacketEventKind.Sent, run.Forward, run.Tcp(new string('x', 1000), i));
            }
        });

        Assert.Equal(Enumerable.Range(1, 3000).Select(id => (ulong)id), file.Packets.Select(packet => packet.Id));
        Assert.All(file.Packets, packet => Assert.Equal(7, packet.Time));
    }

    [Fact]
    public void Capturing_allocates_nothing_in_the_steady_state()
    {
        using var writer = new PcapngWriter(Stream.Null, _run.Events, Points);
        _run.Events.Subscribe(writer);
        Packet packet = _run.Tcp(new string('x', 1000));
        int carried = 0;

        Assert.Equal(0, AllocationMeter.Measure(Carry));

        void Carry()
        {
            for (int end = carried + 1000; carried < end; carried++)
            {
                int i = carried;
                _run.Carry(_run.Forward, packet, 10 * i, (10 * i) + 5);
                _run.Raise(PacketEventKind.Dropped, _run.Server, packet, DropReason.PortUnreachable);
            }
        }
    }

    private PcapngFile Capture(Action<TestRun> body, CaptureOptions? options = null)
    {
        using (var writer = new PcapngWriter(_stream, _run.Events, Points, options))
        {
            _run.Events.Subscribe(writer);
            body(_run);
        }

        return PcapngFile.Read(_stream.ToArray());
    }
}
