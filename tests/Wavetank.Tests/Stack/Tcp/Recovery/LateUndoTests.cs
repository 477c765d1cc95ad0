using Wavetank.Stack.Tcp.Sending;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Recovery;

/// <summary>A DSACK that tells only after a recovery that it was needless (Linux: tcp_try_undo_dsack).</summary>
public sealed class LateUndoTests
{
    // Proves RFC 3708 §2.
    [Fact]
    public void A_recovery_that_is_over_is_taken_back_while_more_is_under_way()
    {
        TcpTrace trace = Recovered();
        trace.Send(3000).Skip();
        trace.Wait(10).In(". 1 ack 10001 <sack 1:1001>");
        AssertUndone(trace);
    }

    // Proves RFC 3708 §2.
    [Fact]
    public void Also_when_all_is_acknowledged()
    {
        TcpTrace trace = Recovered();
        trace.Wait(500).In(". 1 ack 10001 <sack 1:1001>").Silence();
        AssertUndone(trace);
    }

    [Fact]
    public void Also_by_an_acknowledgment_that_was_overtaken()
    {
        TcpTrace trace = Recovered();
        trace.In(". 1 ack 5001 <sack 1:1001>").Silence();
        AssertUndone(trace);
    }

    [Fact]
    public void Each_retransmission_must_have_been_needless()
    {
        TcpTrace trace = Established();
        trace.Send(10_000).Wait(10).In(". 1 ack 1 <sack 2001:8001>");
        trace.In(". 1 ack 1 <sack 2001:9001>");
        Assert.Equal(2, trace.Connection.GetInfo().Retransmissions);
        trace.Wait(10).In(". 1 ack 10001");
        int reduced = trace.Connection.Cwnd;
        trace.In(". 1 ack 10001 <sack 1:1001>");
        Assert.Equal(reduced, trace.Connection.Cwnd);
        trace.In(". 1 ack 10001 <sack 1001:2001>");
        AssertUndone(trace);
    }

    [Fact]
    public void What_was_sent_again_before_the_recovery_says_nothing_of_it()
    {
        TcpTrace trace = Recovered();
        trace.Send(10_000).Wait(10).In(". 1 ack 10001 <sack 11001:15001>").Wait(10).In(". 1 ack 20001");
        int reduced = trace.Connection.Cwnd;
        trace.In(". 1 ack 20001 <sack 1:1001>");
        Assert.Equal(reduced, trace.Connection.Cwnd);
        Assert.Equal(0, trace.Connection.Statistics.SpuriousRecoveries);
    }

    [Fact]
    public void Duplicates_of_the_network_undo_nothing()
    {
        TcpTrace trace = Recovered();

        // More than was ever sent again cannot be the sender's doing.
        trace.In(". 1 ack 10001 <sack 3001:6001>");
        Assert.Equal(0, trace.Connection.Statistics.SpuriousRecoveries);
        Assert.InRange(trace.Connection.Cwnd, 5, 6);
    }

    // Proves RFC 3708 §2.
    [Fact]
    public void A_timeout_that_is_over_is_taken_back_too()
    {
        TcpTrace trace = Established();
        trace.Send(1000).Wait(10).In(". 1 ack 1001").Send(1000).Wait(800);
        Assert.True(trace.Connection.GetInfo().Timeouts > 0);
        int out_ = trace.Connection.GetInfo().Retransmissions > 1 ? 2 : 1;
        trace.In(". 1 ack 2001");
        Assert.Equal(RecoveryState.Open, trace.Connection.Recovery);
        int reduced = trace.Connection.Cwnd;
        for (int i = 0; i < out_; i++)
        {
            trace.In(". 1 ack 2001 <sack 1001:2001>");
        }

        Assert.True(trace.Connection.Cwnd >= 10 && reduced < 10, $"from {reduced} to {trace.Connection.Cwnd}");
    }

    private static void AssertUndone(TcpTrace trace)
    {
        Assert.Equal(RecoveryState.Open, trace.Connection.Recovery);
        Assert.Equal(1, trace.Connection.Statistics.SpuriousRecoveries);
        Assert.True(trace.Connection.Cwnd >= 10, $"cwnd {trace.Connection.Cwnd}");
        Assert.True(trace.Connection.Ssthresh >= 10, $"ssthresh {trace.Connection.Ssthresh}");
    }

    /// <summary>Ten segments of which the first was sent again, and all are acknowledged: the window is half of what it was.</summary>
    private static TcpTrace Recovered()
    {
        TcpTrace trace = Established();
        trace.Send(10_000).Wait(10).In(". 1 ack 1 <sack 1001:5001>").Wait(10).In(". 1 ack 10001");
        Assert.Equal(RecoveryState.Open, trace.Connection.Recovery);
        Assert.Equal(1, trace.Connection.GetInfo().Retransmissions);
        Assert.InRange(trace.Connection.Cwnd, 5, 6);
        trace.Skip();
        return trace;
    }

    private static TcpTrace Established()
    {
        TcpTrace trace = TcpTrace.Established(
            settings => (settings.Sack, settings.CongestionControl) = (true, "reno"), "mss 1000,sackOK,wscale 7");
        trace.Skip();
        return trace;
    }
}
