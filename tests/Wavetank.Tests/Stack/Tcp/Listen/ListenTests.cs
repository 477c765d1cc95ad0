using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Listen;

/// <summary>What a listener makes of segments, and how much room it has.</summary>
public sealed class ListenTests
{
    // Proves RFC 9293 §3.10.7.2; RFC 7323 §2.2, §3.2.
    [Fact]
    public void A_passive_open_answers_with_the_options_that_both_know()
    {
        TcpTrace trace = new TcpTrace(settings => settings.Timestamps = true).Listen();
        trace.In("S 0 win 1000 <mss 900,wscale 3>").Out("S. 0:0(0) ack 1 win 64240 <mss 1460,wscale 7>").InState(TcpState.SynReceived);
        trace.In(". 1 ack 1 win 500").Silence().InState(TcpState.Established);
        Assert.Equal(500u << 3, trace.Connection.SndWnd);
        Assert.Equal(900, trace.Connection.SendMss);
        Assert.Same(trace.Connection, trace.Listener.TryAccept());
    }

    // Proves RFC 9293 §3.10.7.2.
    [Fact]
    public void An_ack_in_listen_is_answered_with_a_reset_and_a_reset_with_nothing()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In(". 5 ack 700").OutRaw("R 700:700(0)");
        trace.In("R 5").Silence();
    }

    // Proves RFC 9293 MUST-42.
    [Fact]
    public void A_port_listens_while_a_connection_is_being_opened_from_it()
    {
        var trace = new TcpTrace();
        Assert.Equal(SocketError.Success, trace.Host.Ports.TryBind(Address.IPv4Any, 80, true, out PortBinding? own));
        TcpConnection opening = trace.Host.Tcp.Connect(own, trace.Remote, trace.Settings, null, out _)!;
        Assert.Equal(TcpState.SynSent, opening.State);
        Assert.Equal(SocketError.Success, trace.Host.Ports.TryBind(Address.IPv4Any, 80, true, out PortBinding? shared));
        trace.Host.Tcp.Listen(shared!, 10, trace.Settings, null);
        Assert.Single(trace.Host.Tcp.Listeners);
    }

    [Fact]
    public void Without_room_in_the_backlog_a_syn_is_dropped()
    {
        var pair = new TcpPair();
        pair.Listen(backlog: 1, settings => settings.SynCookies = SynCookieMode.Off);
        TcpConnection[] connections = [pair.Connect(), pair.Connect(), pair.Connect(), pair.Connect()];
        pair.Clock.RunFor(500);

        // A backlog of one holds two, as on Linux.
        Assert.Equal(2, pair.Listener.Waiting);
        Assert.True(pair.Listener.Overflows > 0);

        while (pair.Listener.TryAccept() is not null)
        {
        }

        pair.Clock.RunFor(5000);
        Assert.All(connections, connection => Assert.Equal(TcpState.Established, connection.State));
        Assert.Equal(2, pair.Listener.Waiting);
    }

    [Fact]
    public void Without_room_to_be_accepted_in_a_syn_is_dropped_even_with_cookies()
    {
        TcpTrace trace = new TcpTrace().Listen(backlog: 0);
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1").In(". 1 ack 1");
        Assert.Equal(DropReason.ListenQueueFull, trace.Listener.SegmentArrives(SynFrom(trace, 4001), trace.Local, new TransportAddress(trace.Remote.Address, 4001)));
        trace.Silence();
        Assert.Equal(1, trace.Listener.Overflows);
    }

    [Fact]
    public void Three_quarters_of_the_syn_backlog_are_all_without_cookies()
    {
        TcpTrace trace = new TcpTrace(settings =>
        {
            settings.SynCookies = SynCookieMode.Off;
            settings.MaximumSynBacklog = 8;
        }).Listen(backlog: 100);
        for (ushort port = 5000; port < 5020; port++)
        {
            Packet syn = SynFrom(trace, port);
            trace.Host.Tcp.Receive(syn);
        }

        Assert.Equal(7, trace.Listener.HalfOpen);
        Assert.Equal(13, trace.Listener.Overflows);
    }

    [Fact]
    public void Closing_a_listener_resets_what_nobody_accepted()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").In(". 1 ack 1");
        trace.Skip();
        trace.Listener.Close();
        trace.Out("R. 1:1(0) ack 1").Silence();
        Assert.Empty(trace.Host.Tcp.Connections);
    }

    [Fact]
    public void Closing_a_listener_forgets_an_unfinished_handshake_whose_last_ack_is_then_refused()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1");
        trace.Listener.Close();
        trace.Wait(100_000).Silence();
        Assert.Empty(trace.Host.Tcp.Connections);

        trace.In(". 1 ack 1").Out("R 1:1(0)").Silence();
    }

    private static Packet SynFrom(TcpTrace trace, ushort port)
    {
        Packet syn = trace.Pool.Rent();
        syn.Source = trace.Remote.Address;
        syn.Destination = trace.Local.Address;
        syn.Protocol = IpProtocol.Tcp;
        syn.TimeToLive = 64;
        syn.Tcp.SourcePort = port;
        syn.Tcp.DestinationPort = trace.Local.Port;
        syn.Tcp.Flags = TcpFlags.Syn;
        syn.Seal();
        return syn;
    }
}
