using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.SynReceived;

public sealed class HandshakeTests
{
    // Proves RFC 9293 MUST-14, MUST-67, SHLD-5, MAY-3, §3.10.1; RFC 7323 §2, §2.3, §3.
    [Fact]
    public void An_active_open_sends_a_syn_with_what_it_offers()
    {
        new TcpTrace(settings => settings.Timestamps = true).Connect()
            .Out("S 0:0(0) win 64240 <mss 1460,TS,wscale 7>")
            .Silence().InState(TcpState.SynSent);
    }

    // Proves RFC 9293 §3.5.
    [Fact]
    public void A_syn_ack_is_acknowledged_and_the_user_told()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Skip();
        trace.In("S. 0 ack 1 win 65535 <mss 1460>").Out(". 1:1(0) ack 1").Silence().InState(TcpState.Established);
        Assert.Equal(["connected"], trace.User.Calls);
    }

    // Proves RFC 9293 MUST-22; RFC 6298 §2.1.
    [Fact]
    public void Syn_is_retransmitted_five_times_a_second_apart_then_doubling_and_times_out_after_131_seconds()
    {
        TcpTrace trace = new TcpTrace().Connect().Mark();
        trace.Wait(200_000);
        foreach (double at in (double[])[0, 1000, 2000, 3000, 4000, 5000, 7000, 11_000, 19_000, 35_000, 67_000])
        {
            trace.OutAt(at, "S 0:0(0)");
        }

        trace.Silence();
        Assert.Equal(["failed TimedOut"], trace.User.Calls);
        Assert.Empty(trace.Host.Tcp.Connections);
    }

    [Theory]
    [InlineData(1, 4, 3000)]
    [InlineData(2, 4, 7000)]
    [InlineData(3, 4, 19_000)]
    [InlineData(3, 0, 15_000)]
    [InlineData(6, 4, 131_000)]
    [InlineData(6, 0, 127_000)]
    [InlineData(9, 4, 491_000)]
    public void A_connect_without_an_answer_ends_when_it_does_on_Linux(int retries, int linear, double milliseconds)
    {
        TcpTrace trace = new TcpTrace(settings => (settings.SynRetries, settings.SynLinearTimeouts) = (retries, linear)).Connect();
        trace.Wait(milliseconds - 1).InState(TcpState.SynSent).Wait(1).InState(TcpState.Closed);
    }

    [Fact]
    public void A_user_timeout_ends_a_connect_instead()
    {
        TcpTrace trace = new TcpTrace(settings => settings.UserTimeout = TimeSpan.FromSeconds(4.5)).Connect();
        trace.Wait(4400).InState(TcpState.SynSent).Wait(700).InState(TcpState.Closed);
    }

    // Proves RFC 9293 §3.10.7.3.
    [Fact]
    public void A_reset_in_syn_sent_is_a_refusal()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Skip();
        trace.In("R. 0 ack 1").Silence();
        Assert.Equal(SocketError.ConnectionRefused, trace.User.Error);
    }

    // Proves RFC 9293 §3.10.7.3.
    [Fact]
    public void A_reset_without_ack_in_syn_sent_is_ignored()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Skip();
        trace.In("R 0").Silence().InState(TcpState.SynSent);
    }

    // Proves RFC 9293 §3.10.7.3.
    [Fact]
    public void A_wrong_ack_in_syn_sent_is_answered_with_a_reset()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Skip();
        trace.In("S. 0 ack 77 <mss 1460>").Out("R 77:77(0)").Silence().InState(TcpState.SynSent);
        trace.In(". 0 ack 78").Out("R 78:78(0)").InState(TcpState.SynSent);
    }

    // Proves RFC 9293 MUST-10.
    [Fact]
    public void Two_syns_that_cross_open_one_connection()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Skip();
        trace.In("S 0 win 1000 <mss 1000>").Out("S. 0:0(0) ack 1").InState(TcpState.SynReceived);
        trace.In("S. 0 ack 1 win 1000 <mss 1000>").Silence().InState(TcpState.Established);
        Assert.Equal(["connected"], trace.User.Calls);
    }

    // Proves RFC 9293 §3.10.2.
    [Fact]
    public void Bytes_given_before_the_connection_is_there_go_with_the_last_step_of_the_handshake()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Skip();
        trace.Send(100);
        trace.In("S. 0 ack 1 win 65535 <mss 1460>").Out("P. 1:101(100) ack 1").Silence();
    }

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

    [Fact]
    public void A_syn_ack_is_retransmitted_five_times_and_then_forgotten()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").Mark().Wait(100_000);
        foreach (double at in (double[])[0, 1000, 3000, 7000, 15_000, 31_000])
        {
            trace.OutAt(at, "S. 0:0(0) ack 1");
        }

        trace.Silence();
        Assert.Empty(trace.Host.Tcp.Connections);
    }

    // Proves RFC 9293 §3.10.7.2.
    [Fact]
    public void An_ack_in_listen_is_answered_with_a_reset_and_a_reset_with_nothing()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In(". 5 ack 700").OutRaw("R 700:700(0)");
        trace.In("R 5").Silence();
    }

    // Proves RFC 9293 MUST-11, §3.10.7.4 second.
    [Fact]
    public void A_reset_in_syn_received_returns_to_listen()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1");
        trace.In("R 1").Silence();
        Assert.Empty(trace.Host.Tcp.Connections);
        Assert.False(trace.Listener.Readable);
    }

    // Proves RFC 9293 §3.10.7.1.
    [Fact]
    public void A_closed_port_answers_with_a_reset()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.Listener.Close();
        trace.In("S 0 <mss 900>").OutRaw("R. 0:0(0) ack 1");
    }

    [Fact]
    public void A_lost_last_ack_of_the_handshake_is_made_good_by_data()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1");
        trace.In("P. 1:11(10) ack 1").InState(TcpState.Established);
        Assert.Equal(10, trace.Connection.Available);
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

    // Proves RFC 9293 MUST-11.
    [Fact]
    public void A_reset_in_syn_received_refuses_an_active_open()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.In("S 0 win 1000 <mss 1000>").InState(TcpState.SynReceived).In("R 1").InState(TcpState.Closed);
        Assert.Equal(SocketError.ConnectionRefused, trace.User.Error);
    }

    // Proves RFC 6928 §2 SYN.
    [Theory]
    [InlineData(1500, 10)]
    [InlineData(3500, 1)]
    public void After_more_than_one_lost_syn_the_window_is_one_segment(double answeredAfter, int window)
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Wait(answeredAfter).In("S. 0 ack 1 win 65535 <mss 1000>");
        Assert.Equal(window, trace.Connection.Cwnd);
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
    public void Without_room_to_be_accepted_in_a_syn_is_dropped_even_with_cookies()
    {
        TcpTrace trace = new TcpTrace().Listen(backlog: 0);
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1").In(". 1 ack 1");
        Assert.Equal(DropReason.ListenQueueFull, trace.Listener.SegmentArrives(SynFrom(trace, 4001), trace.Local, new TransportAddress(trace.Remote.Address, 4001)));
        trace.Silence();
        Assert.Equal(1, trace.Listener.Overflows);
    }

    [Fact]
    public void A_last_acknowledgment_that_finds_no_room_is_ignored_and_the_syn_ack_asks_for_it_again()
    {
        TcpTrace trace = new TcpTrace().Listen(backlog: 0);
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1").Mark();
        trace.Listener.Backlog = -1;
        trace.In(". 1 ack 1").Silence().InState(TcpState.SynReceived);
        Assert.Equal(DropReason.ListenQueueFull, trace.Host.Drops[^1]);
        trace.Wait(1000).OutAt(1000, "S. 0:0(0) ack 1");
        trace.Listener.Backlog = 0;
        trace.In(". 1 ack 1").Silence().InState(TcpState.Established);
        Assert.Same(trace.Connection, trace.Listener.TryAccept());
        Assert.Equal(1, trace.Host.Tcp.Statistics.ListenDrops);
    }

    [Fact]
    public void A_duplicate_syn_is_answered_at_once_but_not_twice_within_half_a_second()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1").Wait(100).Mark();
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1");
        trace.In("S 0 <mss 900>").Silence().Wait(500);
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1");

        // The timeout counts from the last answer.
        trace.Wait(999).Silence().Wait(1).OutAt(1500, "S. 0:0(0) ack 1");
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
