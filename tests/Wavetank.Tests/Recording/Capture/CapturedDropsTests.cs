using Wavetank.Packets;
using Wavetank.Recording.Capture;

namespace Wavetank.Tests.Recording.Capture;

/// <summary>What a capture says about the packets that did not make it.</summary>
public sealed class CapturedDropsTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_packet_that_the_link_loses_is_seen_once_with_a_comment()
    {
        Packet lost = _run.Tcp();

        PcapngFile file = Capture(CapturedDrops.Comments, run =>
        {
            run.At(1).Raise(PacketEventKind.Sent, run.Forward, lost).Raise(PacketEventKind.Dropped, run.Forward, lost, DropReason.LinkLoss);
            run.Carry(run.Forward, run.Tcp(), 2, 3);
        });

        Assert.Equal(["1 out dropped: link loss at link/client-server/forward", "2 out"], file.SeenOn("client.eth0"));
        Assert.Equal(["3 in"], file.SeenOn("server.eth0"));
    }

    [Fact]
    public void A_packet_that_found_the_queue_full_was_never_on_the_wire()
    {
        PcapngFile file = Capture(
            CapturedDrops.Comments, run => run.At(1).Raise(PacketEventKind.Dropped, run.Forward, run.Tcp(), DropReason.QueueFull));

        Assert.Empty(file.Packets);
        Assert.Equal(1UL, file.Statistics[0].Dropped);
    }

    [Fact]
    public void A_packet_sent_while_the_link_is_cut_is_seen_going_out_with_a_comment_but_one_under_way_is_not_seen_again()
    {
        Packet underWay = _run.Tcp();

        PcapngFile file = Capture(CapturedDrops.Comments, run =>
        {
            run.At(1).Raise(PacketEventKind.Sent, run.Forward, underWay);
            run.At(2).Raise(PacketEventKind.Dropped, run.Forward, underWay, DropReason.LinkDown);
            run.At(3).Raise(PacketEventKind.Dropped, run.Forward, run.Tcp(), DropReason.LinkDown);
        });

        Assert.Equal(["1 out", "3 out dropped: link down at link/client-server/forward"], file.SeenOn("client.eth0"));
    }

    [Fact]
    public void A_capture_for_each_interface_has_what_the_one_capture_has_of_it()
    {
        var streams = new Dictionary<string, MemoryStream>();
        using var all = new MemoryStream();
        using (var one = new PcapngWriter(all, _run.Events, CapturePoint.All(_run.Events), leaveOpen: true))
        using (var each = new InterfaceCaptures(name => streams[name] = new MemoryStream(), _run.Events, CapturePoint.All(_run.Events)))
        {
            _run.Events.Subscribe(one);
            _run.Events.Subscribe(each);
            Packet lost = _run.Tcp(), refused = _run.Udp("x");
            _run.Carry(_run.Forward, _run.Tcp(), 1, 2);
            _run.At(3).Raise(PacketEventKind.Sent, _run.Backward, lost).Raise(PacketEventKind.Dropped, _run.Backward, lost, DropReason.LinkLoss);
            _run.Carry(_run.Forward, refused, 4, 5);
            _run.Raise(PacketEventKind.Dropped, _run.Server, refused, DropReason.PortUnreachable);
            Assert.Equal(["client.eth0", "server.eth0"], each.Used.Order());
        }

        foreach (string name in (string[])["client.eth0", "server.eth0"])
        {
            PcapngFile own = PcapngFile.Read(streams[name].ToArray());
            Assert.Equal(PcapngFile.Read(all.ToArray()).SeenOn(name), own.SeenOn(name));
            Assert.Single(own.Statistics);
        }

        Assert.Contains("5 in dropped: port unreachable at host/server", PcapngFile.Read(streams["server.eth0"].ToArray()).SeenOn("server.eth0"));
    }

    [Fact]
    public void A_packet_that_the_host_refuses_has_the_comment_where_it_arrived()
    {
        Packet refused = _run.Udp("x");

        PcapngFile file = Capture(CapturedDrops.Comments, run =>
        {
            run.Carry(run.Forward, refused, 1, 2);
            run.Raise(PacketEventKind.Sent, run.Backward, run.Echo("the answer comes first"));
            run.Raise(PacketEventKind.Dropped, run.Server, refused, DropReason.PortUnreachable);
        });

        Assert.Equal(["1 out"], file.SeenOn("client.eth0"));
        Assert.Equal(["2 in dropped: port unreachable at host/server", "2 out"], file.SeenOn("server.eth0"));
    }

    [Fact]
    public void Over_a_link_without_delay_the_comment_stands_at_the_end_that_dropped()
    {
        Packet refused = _run.Udp("x");

        PcapngFile file = Capture(CapturedDrops.Comments, run =>
        {
            run.Carry(run.Forward, refused, 1, 1);
            run.Raise(PacketEventKind.Dropped, run.Server, refused, DropReason.PortUnreachable);
        });

        Assert.Equal(["1 out"], file.SeenOn("client.eth0"));
        Assert.Equal(["1 in dropped: port unreachable at host/server"], file.SeenOn("server.eth0"));
    }

    [Fact]
    public void A_loopback_packet_that_is_refused_has_a_comment()
    {
        Packet refused = _run.Udp("x");

        PcapngFile file = Capture(CapturedDrops.Comments, run =>
        {
            run.Carry(run.Loopback, refused, 1, 1);
            run.Raise(PacketEventKind.Dropped, run.Client, refused, DropReason.PortUnreachable);
        });

        Assert.Equal(["1 out dropped: port unreachable at host/client"], file.SeenOn("client.lo"));
    }

    [Fact]
    public void Of_the_fragments_of_a_datagram_the_one_that_was_dropped_has_the_comment()
    {
        // Fragments have the number of their datagram.
        Packet first = _run.Udp("12345678");
        first.MoreFragments = true;
        first.Seal();
        Packet second = _run.Pool.RentCopy(first);
        second.FragmentOffset = 8;
        second.MoreFragments = false;
        second.Seal();

        PcapngFile file = Capture(CapturedDrops.Comments, run =>
        {
            run.At(1).Raise(PacketEventKind.Arrived, run.Forward, first).Raise(PacketEventKind.Arrived, run.Forward, second);
            run.Raise(PacketEventKind.Dropped, run.Server, first, DropReason.ReassemblyFailed);
        });

        Assert.Equal(["1 in dropped: reassembly failed at host/server", "1 in"], file.SeenOn("server.eth0"));
    }

    [Fact]
    public void Comments_can_be_left_out()
    {
        Packet lost = _run.Tcp();

        PcapngFile file = Capture(
            CapturedDrops.None,
            run => run.At(1).Raise(PacketEventKind.Sent, run.Forward, lost).Raise(PacketEventKind.Dropped, run.Forward, lost, DropReason.LinkLoss));

        Assert.Equal(["1 out"], file.SeenOn("client.eth0"));
    }

    [Fact]
    public void The_drops_interface_has_every_dropped_packet()
    {
        Packet lost = _run.Tcp(), full = _run.Tcp(), cut = _run.Tcp();

        PcapngFile file = Capture(CapturedDrops.Interface, run =>
        {
            run.At(1).Raise(PacketEventKind.Sent, run.Forward, lost).Raise(PacketEventKind.Dropped, run.Forward, lost, DropReason.LinkLoss);
            run.At(2).Raise(PacketEventKind.Dropped, run.Forward, full, DropReason.QueueFull);
            run.At(3).Raise(PacketEventKind.Sent, run.Forward, cut);
            run.At(4).Raise(PacketEventKind.Dropped, run.Forward, cut, DropReason.LinkDown);
            run.At(5).Raise(PacketEventKind.Dropped, run.Client, run.Tcp(), DropReason.NoRoute);
        });

        Assert.Equal(["1 out dropped: link loss at link/client-server/forward", "3 out"], file.SeenOn("client.eth0"));
        Assert.Equal(
            [
                "1 - dropped: link loss at link/client-server/forward",
                "2 - dropped: queue full at link/client-server/forward",
                "4 - dropped: link down at link/client-server/forward",
                "5 - dropped: no route at host/client",
            ],
            file.SeenOn("drops"));
    }

    [Fact]
    public void The_drops_interface_keeps_to_the_interfaces_asked_for()
    {
        Packet refused = _run.Udp("x"), elsewhere = _run.Udp("y");

        PcapngFile file = Capture(
            CapturedDrops.Interface,
            run =>
            {
                run.Carry(run.Forward, refused, 1, 2);
                run.Raise(PacketEventKind.Dropped, run.Server, refused, DropReason.PortUnreachable);
                run.Carry(run.Loopback, elsewhere, 3, 3);
                run.Raise(PacketEventKind.Dropped, run.Client, elsewhere, DropReason.PortUnreachable);
            },
            "server.eth0");

        Assert.Equal(["2 - dropped: port unreachable at host/server"], file.SeenOn("drops"));
    }

    private PcapngFile Capture(CapturedDrops drops, Action<TestRun> body, params string[] interfaces)
    {
        using var stream = new MemoryStream();
        var options = new CaptureOptions { Drops = drops, Interfaces = interfaces.Length == 0 ? null : interfaces };
        using (var writer = new PcapngWriter(stream, _run.Events, CapturePoint.All(_run.Events), options))
        {
            _run.Events.Subscribe(writer);
            body(_run);
        }

        return PcapngFile.Read(stream.ToArray());
    }
}
