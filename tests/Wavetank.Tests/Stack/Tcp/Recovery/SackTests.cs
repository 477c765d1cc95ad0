using Wavetank.Stack.Tcp.Sending;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Recovery;

/// <summary>Selective acknowledgments (RFC 2018, RFC 2883) and RACK-TLP (RFC 8985). The handshake took 10 ms.</summary>
public sealed class SackTests
{
    // Proves RFC 2018 §2.
    [Fact]
    public void Sack_is_offered_and_used_only_if_both_do()
    {
        new TcpTrace(settings => settings.Sack = true).Connect().Out("S 0:0(0) <mss 1460,sackOK,wscale 7>");
        TcpTrace without = TcpTrace.Established(settings => settings.Sack = true);
        without.In(". 1001:2001(1000) ack 1").Out(". 1:1(0) ack 1");
    }

    // Proves RFC 2018 §3, §4.
    [Fact]
    public void Blocks_are_reported_most_recent_first_as_in_rfc_2018()
    {
        TcpTrace trace = Established();

        // RFC 2018 §4, case 2 and 3: holes at the first, and at every other segment.
        trace.In(". 501:1001(500) ack 1").Out(". 1:1(0) ack 1 <sack 501:1001>");
        trace.In(". 1501:2001(500) ack 1").Out(". 1:1(0) ack 1 <sack 1501:2001 501:1001>");
        trace.In(". 2501:3001(500) ack 1").Out(". 1:1(0) ack 1 <sack 2501:3001 1501:2001 501:1001>");
        trace.In(". 3501:4001(500) ack 1").Out(". 1:1(0) ack 1 <sack 3501:4001 2501:3001 1501:2001 501:1001>");
        trace.In(". 2001:2501(500) ack 1").Out(". 1:1(0) ack 1 <sack 1501:3001 3501:4001 501:1001>");
        trace.In(". 1:501(500) ack 1").Out(". 1:1(0) ack 1001 <sack 1501:3001 3501:4001>");
        trace.In(". 1001:1501(500) ack 1").Out(". 1:1(0) ack 3001 <sack 3501:4001>");
        trace.In(". 3001:3501(500) ack 1").Out(". 1:1(0) ack 4001 win 481");
    }

    // Proves RFC 2018 §3.
    [Fact]
    public void Beside_timestamps_three_blocks_fit()
    {
        TcpTrace trace = Established(timestamps: true);
        trace.In(". 501:1001(500) ack 1").In(". 1501:2001(500) ack 1").In(". 2501:3001(500) ack 1");
        trace.Skip();
        trace.In(". 3501:4001(500) ack 1").Out(". 1:1(0) ack 1 <TS,sack 3501:4001 2501:3001 1501:2001>");
    }

    // Proves RFC 2883 §4, §4.1.
    [Fact]
    public void What_comes_twice_is_reported_once_as_a_duplicate()
    {
        TcpTrace trace = Established();
        trace.In(". 1:501(500) ack 1").Out(". 1:1(0) ack 501");
        trace.In(". 1:501(500) ack 1").Out(". 1:1(0) ack 501 <sack 1:501>");
        trace.In(". 1001:1501(500) ack 1").Out(". 1:1(0) ack 501 <sack 1001:1501>");
        trace.In(". 1001:1501(500) ack 1").Out(". 1:1(0) ack 501 <sack 1001:1501 1001:1501>");
    }

    // Proves RFC 2018 §5; RFC 6675 §2, §3, §5; RFC 6937 §3.
    [Fact]
    public void Only_the_holes_are_sent_again()
    {
        TcpTrace trace = Established(control: "reno");
        trace.Send(10_000);
        trace.Skip();
        trace.Wait(10);
        trace.In(". 1 ack 1 <sack 1001:2001>").Silence();
        trace.In(". 1 ack 1 <sack 1001:3001>").Silence();
        trace.In(". 1 ack 1 <sack 1001:4001>").Out(". 1:1001(1000) ack 1").Silence();
        trace.In(". 1 ack 1 <sack 5001:6001 1001:4001>");
        trace.In(". 1 ack 1 <sack 5001:8001 1001:4001>").Out(". 4001:5001(1000) ack 1").Silence();
        Assert.Equal(RecoveryState.Recovery, trace.Connection.Recovery);
        trace.In(". 1 ack 10001").Silence();
        Assert.Equal(RecoveryState.Open, trace.Connection.Recovery);
        Assert.Equal(2, trace.Connection.GetInfo().Retransmissions);
        Assert.Equal(5, trace.Connection.Cwnd);
    }

    // Proves RFC 8985 §6.2 step 2, §6.2 step 5.
    [Fact]
    public void A_lost_retransmission_is_found_without_a_timeout()
    {
        TcpTrace trace = Established(control: "reno");
        trace.Send(10_000);
        trace.Skip();
        trace.Wait(10).In(". 1 ack 1 <sack 1001:4001>").Out(". 1:1001(1000) ack 1");
        trace.Send(5000);
        trace.Wait(2).In(". 1 ack 1 <sack 1001:8001>");
        int sent = trace.Skip();
        Assert.True(sent > 0);

        // What was sent after the retransmission arrives, the retransmission does not.
        trace.Wait(10).In(". 1 ack 1 <sack 1001:11001>");
        trace.Out(". 1:1001(1000) ack 1");
        Assert.Equal(0, trace.Connection.GetInfo().Timeouts);
    }

    // Proves RFC 8985 §7, §7.2.
    [Fact]
    public void A_lost_tail_is_probed_after_two_round_trips()
    {
        TcpTrace trace = Established();
        trace.Send(5000).Mark();
        trace.Skip();

        // Two round trips of 10 ms and 2 ms: long before the timeout of 210 ms.
        trace.Wait(32).OutAt(22, "P. 4001:5001(1000) ack 1").Silence();
        trace.In(". 1 ack 1 <sack 4001:5001>").Wait(5);
        trace.Out(". 1:1001(1000) ack 1");
    }

    // Proves RFC 8985 §7.3.
    [Fact]
    public void New_data_is_the_better_probe()
    {
        TcpTrace trace = Established();
        trace.Send(15_000).Mark();
        Assert.Equal(10, trace.Skip());
        trace.Wait(25).OutAt(22, ". 10001:11001(1000) ack 1").Silence();
    }

    // Proves RFC 8985 §7.3.
    [Fact]
    public void After_a_probe_without_answer_comes_the_timeout()
    {
        TcpTrace trace = Established();
        trace.Send(5000).Mark();
        trace.Skip();
        trace.Wait(500).OutAt(22, "P. 4001:5001(1000) ack 1").OutAt(232, ". 1:1001(1000) ack 1");
    }

    // Proves RFC 8985 §7.4.
    [Fact]
    public void A_probe_that_repaired_the_loss_still_reduces_the_window()
    {
        TcpTrace trace = Established(control: "reno");
        trace.Send(10_000);
        trace.Skip();
        trace.Wait(10).In(". 1 ack 9001").Wait(300);
        trace.Out("P. 9001:10001(1000) ack 1").Silence();
        trace.Send(1000).Out("P. 10001:11001(1000) ack 1");
        trace.In(". 1 ack 11001");
        Assert.Equal(RecoveryState.Open, trace.Connection.Recovery);
        Assert.True(trace.Connection.Cwnd < 19, $"cwnd {trace.Connection.Cwnd}");
    }

    // Proves RFC 8985 §6.2 step 3, §6.2 step 4.
    [Fact]
    public void Reordering_within_a_quarter_of_the_round_trip_is_no_loss()
    {
        TcpTrace trace = Established(rtt: 40);
        trace.Send(10_000);
        trace.Skip();
        trace.Wait(40).In(". 1 ack 1 <sack 1001:2001>").Wait(3).In(". 1 ack 2001").Silence();

        // Now that reordering was seen, three segments behind the hole are no proof either.
        trace.In(". 1 ack 2001 <sack 3001:6001>").Silence().Wait(5).In(". 1 ack 6001");
        trace.Skip();
        Assert.Equal(0, trace.Connection.GetInfo().Retransmissions);
        Assert.Equal(RecoveryState.Open, trace.Connection.Recovery);
    }

    // Proves RFC 3708 §2.
    [Fact]
    public void A_recovery_that_dsack_shows_to_be_needless_is_undone()
    {
        TcpTrace trace = Established(control: "reno");
        trace.Send(10_000);
        trace.Skip();
        trace.Wait(10).In(". 1 ack 1 <sack 1001:5001>").Out(". 1:1001(1000) ack 1");
        Assert.True(trace.Connection.Ssthresh < 10);

        // The original comes after all, and then its copy.
        trace.Wait(5).In(". 1 ack 5001");
        trace.Wait(5).In(". 1 ack 10001 <sack 1:1001>");
        Assert.Equal(RecoveryState.Open, trace.Connection.Recovery);
        Assert.True(trace.Connection.Cwnd >= 10, $"cwnd {trace.Connection.Cwnd}");
    }

    [Fact]
    public void Blocks_that_make_no_sense_are_ignored()
    {
        TcpTrace trace = Established();
        trace.Send(5000);
        trace.Skip();
        trace.In(". 1 ack 1 <sack 9001:10001>").In(". 1 ack 1 <sack 4001:3001>").In(". 1 ack 1 <sack 4294960001:2>").Silence();
        Assert.Equal(0, trace.Connection.SackedOut);
    }

    // Proves RFC 6675 §5.1.
    [Fact]
    public void A_timeout_keeps_what_was_reported()
    {
        TcpTrace trace = Established();
        trace.Send(5000).Wait(1).In(". 1 ack 1 <sack 1001:5001>").Wait(1000);
        Assert.True(trace.Connection.GetInfo().Timeouts > 0);
        Assert.Equal(4, trace.Connection.SackedOut);
        Assert.Equal(0, trace.CountOf(text => text.StartsWith(". 1001", StringComparison.Ordinal)) - 1);
    }

    // Proves RFC 2018 §8.
    [Fact]
    public void What_the_peer_reported_and_dropped_is_sent_again_after_a_timeout()
    {
        TcpTrace trace = Established();
        trace.Send(5000).Wait(1).In(". 1 ack 1 <sack 1001:5001>").In(". 1 ack 1001");
        trace.Skip();
        trace.Wait(1000);
        Assert.Equal(0, trace.Connection.SackedOut);
        trace.Out(". 1001:2001(1000) ack 1");
    }

    // Proves RFC 5682 §3.
    [Fact]
    public void A_report_of_what_was_not_sent_again_shows_that_the_timeout_was_needless()
    {
        TcpTrace trace = Established(control: "reno");
        trace.Send(20_000).Wait(300);
        Assert.Equal(RecoveryState.Loss, trace.Connection.Recovery);
        trace.In(". 1 ack 1001").In(". 1 ack 1001 <sack 2001:3001>");
        Assert.Equal(RecoveryState.Disorder, trace.Connection.Recovery);
        Assert.Equal(1, trace.Connection.Statistics.SpuriousRecoveries);
    }

    // Proves RFC 8985 §6.3.
    [Fact]
    public void A_timeout_does_not_give_up_what_was_sent_a_moment_ago()
    {
        TcpTrace trace = Established(rtt: 200);
        trace.Send(100).Wait(200).In(". 1 ack 101");
        trace.Send(1000).Wait(1500);
        long timeouts = trace.Connection.GetInfo().Timeouts;
        Assert.True(timeouts > 0);

        // The next timeout comes within a round trip of a second segment, for which room is made by hand.
        trace.Connection.Cwnd = 2;
        double next = trace.Connection.GetInfo().Rto.TotalMilliseconds;
        bool isSent = false;
        while (trace.Connection.GetInfo().Timeouts == timeouts)
        {
            trace.Wait(50);
            next -= 50;
            if (next < 500 && !isSent)
            {
                trace.Send(1000);
                isSent = true;
            }
        }

        Assert.Equal(2, trace.Connection.GetInfo().Unacknowledged);
        Assert.Equal(1, trace.Connection.GetInfo().Lost);
    }

    private static TcpTrace Established(bool timestamps = false, string? control = null, double rtt = 10)
    {
        TcpTrace trace = new TcpTrace(settings =>
        {
            settings.Sack = true;
            settings.Timestamps = timestamps;
            settings.CongestionControl = control;
        }).Connect();
        trace.Skip();
        trace.Wait(rtt).In($"S. 0 ack 1 win 65535 <mss {(timestamps ? 1012 : 1000)},sackOK,{(timestamps ? "TS," : "")}wscale 7>");
        trace.Skip();
        return trace;
    }
}
