using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.SynReceived;

/// <summary>The third step of the handshake, and opens that cross.</summary>
public sealed class SynReceivedTests
{
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

    [Fact]
    public void A_lost_last_ack_of_the_handshake_is_made_good_by_data()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").Out("S. 0:0(0) ack 1");
        trace.In("P. 1:11(10) ack 1").InState(TcpState.Established);
        Assert.Equal(10, trace.Connection.Available);
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

    // Proves RFC 9293 MUST-11.
    [Fact]
    public void A_reset_in_syn_received_refuses_an_active_open()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.In("S 0 win 1000 <mss 1000>").InState(TcpState.SynReceived).In("R 1").InState(TcpState.Closed);
        Assert.Equal(SocketError.ConnectionRefused, trace.User.Error);
    }

    // Proves RFC 9293 §3.10.4.
    [Theory]
    [InlineData(100, "FP. 1:101(100) ack 1")]
    [InlineData(0, "F. 1:1(0) ack 1")]
    public void Closing_in_syn_received_waits_for_the_acknowledgment_of_the_syn(int bytes, string fin)
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.In("S 0 win 65535 <mss 1000>").InState(TcpState.SynReceived).Skip();
        trace.Send(bytes);
        trace.Connection.ShutdownSend();
        trace.Silence().In(". 1 ack 1").Out(fin).InState(TcpState.FinWait1);
    }
}
