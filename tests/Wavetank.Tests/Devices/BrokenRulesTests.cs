using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Connections;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Devices;

/// <summary>Each rule is broken by hand in the middle of a transfer, in the figures or in the stream, and must end the run.</summary>
public sealed class BrokenRulesTests
{
    [Fact]
    public void A_transfer_over_a_bad_link_breaks_no_rule()
    {
        using Network net = Transfer(_ => { }, new LinkOptions
        {
            Rate = DataRate.Mbps(10),
            Delay = TimeSpan.FromMilliseconds(5),
            Loss = 0.02,
            Duplicate = 0.01,
            Reorder = 0.01,
            Queue = QueueOptions.Packets(20),
        });

        Assert.Equal(RunEnd.Completed, net.Run().End);
    }

    [Fact]
    public void Bytes_that_nobody_wrote_are_found_by_the_reader()
    {
        using Network net = Transfer(net => Sender(net).Checked.Written!.Append("!"u8));

        InvariantException broken = Assert.Throws<InvariantException>(() => net.Run());

        Assert.StartsWith("TCP 10.0.0.2:5000 <- 10.0.0.1:", broken.Where, StringComparison.Ordinal);
        Assert.StartsWith("bytes read are those that were written, but the ", broken.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_that_is_not_accounted_for_is_found() => AssertLinkBreaks(
        link => link.First.Outgoing.Invariants!.OnOffered(), "packets taken (");

    [Fact]
    public void Busy_time_that_no_bits_took_is_found() => AssertLinkBreaks(
        link => link.First.Outgoing.Statistics.CountSent(0, 1), "a link is busy for the sum of its packets' bits by its rate");

    [Fact]
    public void A_packet_that_overtakes_another_is_found() => AssertLinkBreaks(
        link => link.First.Outgoing.Invariants!.OnArrived(0, long.MaxValue, 0), "packets keep their order where no reordering is asked for");

    [Fact]
    public void A_packet_that_arrives_early_is_found() => AssertLinkBreaks(
        link => link.First.Outgoing.Invariants!.OnArrived(1, 0, 0), "a packet arrives when its delay is over");

    [Fact]
    public void A_queue_that_is_longer_than_packets_wait_breaks_Littles_law() => AssertLinkBreaks(
        link => link.First.Outgoing.Statistics.QueueChanged(1000, 50_000_000), "(Little's law)");

    [Fact]
    public void A_drop_without_a_reason_is_found() => AssertLinkBreaks(
        link =>
        {
            link.First.Outgoing.Invariants!.OnOffered();
            link.First.Outgoing.Invariants!.OnDropped();
        },
        "every dropped packet is counted for a reason");

    [Fact]
    public void More_in_flight_than_the_congestion_window_is_found()
    {
        using Network net = Transfer(net =>
        {
            TcpConnection sender = Sender(net);
            sender.Cwnd = 1;
            using var _ = new Sent(net, sender);
        });

        InvariantException broken = Assert.Throws<InvariantException>(() => net.Run());

        Assert.Contains("no more is in flight than the congestion window", broken.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_are_turned_on_before_the_first_run()
    {
        using var net = new Network();
        net.Run();

        Assert.Throws<InvalidOperationException>(net.CheckInvariants);
    }

    private static void AssertLinkBreaks(Action<Link> disturb, string rule)
    {
        using Network net = Transfer(net => disturb(net.Links[0]));

        InvariantException broken = Assert.Throws<InvariantException>(() => net.Run());

        Assert.Equal("link/client-server/forward", broken.Where);
        Assert.Contains(rule, broken.Rule, StringComparison.Ordinal);
    }

    private static TcpConnection Sender(Network net) => ((Host)net.FindDevice("client")).Stack.Tcp.Connections.First();

    private static Network Transfer(Action<Network> disturb, LinkOptions? options = null)
    {
        var net = new Network();
        Host client = net.AddHost("client"), server = net.AddHost("server");
        net.Connect(client, server, options ?? new LinkOptions { Rate = DataRate.Mbps(100), Delay = TimeSpan.FromMilliseconds(5) });
        server.Run(async () =>
        {
            using Socket listener = Make();
            listener.Bind(new IPEndPoint(IPAddress.Any, 5000));
            listener.Listen();
            using Socket peer = await listener.AcceptAsync();
            byte[] buffer = new byte[10_000];
            while (await peer.ReceiveAsync(buffer.AsMemory()) > 0)
            {
            }
        });
        client.Run(async () =>
        {
            using Socket socket = Make();
            await socket.ConnectAsync(new IPEndPoint(server.Address, 5000));
            for (int i = 0; i < 100; i++)
            {
                await socket.SendAsync(new byte[10_000].AsMemory());
            }
        });
        net.At(TimeSpan.FromMilliseconds(50), () => disturb(net));
        return net;
    }

    private static Socket Make() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>A new segment that a broken sender would send now.</summary>
    private sealed class Sent : IDisposable
    {
        private readonly Packet _packet;

        public Sent(Network net, TcpConnection sender)
        {
            _packet = net.Pool.Rent();
            _packet.Protocol = IpProtocol.Tcp;
            _packet.Tcp.Flags = TcpFlags.Ack;
            _packet.Tcp.AcknowledgmentNumber = sender.RcvNxt;
            _packet.Tcp.SequenceNumber = sender.SndNxt;
            _packet.PayloadLength = 100;
            ((Host)net.FindDevice("client")).Stack.Tcp.Invariants!.OnSend(sender, _packet);
        }

        public void Dispose() => _packet.Release();
    }
}
