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
    [Fact]
    public void Closing_with_data_queued_waits_for_the_acknowledgment_of_the_syn()
    {
        TcpTrace trace = OpenedByBoth().Send(100);
        trace.Connection.ShutdownSend();
        trace.Silence().InState(TcpState.SynReceived).In(". 1 ack 1").Out("FP. 1:101(100) ack 1").InState(TcpState.FinWait1);
    }

    // Proves RFC 9293 §3.10.4.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Closing_with_nothing_queued_sends_the_fin_at_once(bool orphaned)
    {
        TcpTrace trace = OpenedByBoth();
        Close(trace, orphaned);
        trace.Out("F. 1:1(0) ack 1").Silence().InState(TcpState.FinWait1);
        trace.In(". 1 ack 1").Silence().InState(TcpState.FinWait1);
        trace.In(". 1 ack 2").Silence().InState(TcpState.FinWait2);
        trace.In("F. 1 ack 2").Out(". 2:2(0) ack 2").InState(TcpState.TimeWait);
    }

    [Fact]
    public void One_acknowledgment_of_syn_and_fin_opens_and_closes()
    {
        TcpTrace trace = OpenedByBoth();
        Close(trace, orphaned: false);
        trace.Skip();
        trace.In("S. 0 ack 1 <mss 1000>").Silence().InState(TcpState.FinWait1).In(". 1 ack 2").InState(TcpState.FinWait2);
        trace = OpenedByBoth();
        Close(trace, orphaned: false);
        trace.Skip();
        trace.In(". 1 ack 2").Silence().InState(TcpState.FinWait2);
    }

    [Fact]
    public void Both_that_close_so_early_go_through_closing()
    {
        TcpTrace trace = OpenedByBoth();
        Close(trace, orphaned: false);
        trace.Skip();
        trace.In("F. 1 ack 1").Out(". 2:2(0) ack 2").InState(TcpState.Closing).In(". 2 ack 2").InState(TcpState.TimeWait);
    }

    [Fact]
    public void A_fin_and_a_syn_that_nobody_acknowledges_begin_with_the_syn_again()
    {
        TcpTrace trace = OpenedByBoth(sack: true);
        Close(trace, orphaned: false);
        trace.Out("F. 1:1(0) ack 1").Wait(1100).Out("S. 0:0(0) ack 1").Silence();
        trace.In(". 1 ack 1").Wait(1500);
        trace.Out("F. 1:1(0) ack 1").In(". 1 ack 2").InState(TcpState.FinWait2);

        trace = OpenedByBoth();
        Close(trace, orphaned: false);
        trace.Wait(1_000_000).InState(TcpState.Closed);
        Assert.Empty(trace.Host.Tcp.Connections);
    }

    private static void Close(TcpTrace trace, bool orphaned)
    {
        if (orphaned)
        {
            trace.Connection.Close();
        }
        else
        {
            trace.Connection.ShutdownSend();
        }
    }

    private static TcpTrace OpenedByBoth(bool sack = false)
    {
        TcpTrace trace = new TcpTrace(settings => settings.Sack = sack).Connect();
        trace.In(sack ? "S 0 win 65535 <mss 1000,sackOK>" : "S 0 win 65535 <mss 1000>").InState(TcpState.SynReceived).Skip();
        return trace;
    }
}
