using System.Net.Sockets;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Sending;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Recovery;

/// <summary>Retransmission timeouts, fast retransmit and NewReno, without SACK. The handshake took 10 ms.</summary>
public sealed class RetransmissionTests
{
    // Proves RFC 9293 MUST-19, §3.10.6, §3.10.8; RFC 6298 §5, §5.1, §5.4, §5.5, §5.6.
    [Fact]
    public void Data_is_retransmitted_after_the_timeout_with_doubling()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100).Mark().Wait(4000);
        foreach (double at in (double[])[0, 210, 630, 1470, 3150])
        {
            trace.OutAt(at, "P. 1:101(100) ack 1");
        }

        Assert.Equal(4, trace.Connection.GetInfo().Timeouts);
    }

    // Proves RFC 9293 §3.8.3 (c), SHLD-11.
    [Fact]
    public void Data_that_nobody_acknowledges_times_out_after_fifteen_and_a_half_minutes()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100).Wait(920_000).InState(TcpState.Established).Wait(240_000).InState(TcpState.Closed);
        Assert.Equal(SocketError.TimedOut, trace.User.Error);
    }

    // Proves RFC 5482 §3.
    [Fact]
    public void A_user_timeout_ends_the_connection_earlier()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.UserTimeout = TimeSpan.FromSeconds(5));
        trace.Send(100).Wait(4900).InState(TcpState.Established).Wait(8000).InState(TcpState.Closed);
    }

    // Proves RFC 9293 §3.8.1; RFC 6298 §2, §2.1, §2.2, §2.3 alpha.
    [Fact]
    public void The_estimator_follows_rfc_6298_with_linux_floor()
    {
        var rtt = new RttEstimator(200_000_000);
        Assert.Equal(1_000_000_000, rtt.Rto);
        rtt.Add(100_000_000, 0, 100);
        Assert.Equal(100_000_000, rtt.Smoothed);
        Assert.Equal(50_000_000, rtt.Variation);

        // SRTT + max(4 * RTTVAR, 200 ms).
        Assert.Equal(300_000_000, rtt.Rto);
        rtt.Add(180_000_000, 50, 200);
        Assert.Equal(110_000_000, rtt.Smoothed);
        Assert.Equal(57_500_000, rtt.Variation);
        Assert.Equal(110_000_000 + 230_000_000, rtt.Rto);
    }

    // Proves RFC 5681 §3.1 LW; RFC 5682 §2.1 step 1, §2.1 step 2.
    [Fact]
    public void After_a_timeout_the_window_is_one_segment_and_slow_start_goes_to_half()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.CongestionControl = "reno");
        trace.Send(20_000);
        Assert.Equal(10, trace.Skip());
        trace.Wait(250).Out(". 1:1001(1000) ack 1").Silence();
        Assert.Equal(1, trace.Connection.Cwnd);
        Assert.Equal(5, trace.Connection.Ssthresh);
        trace.In(". 1 ack 1001");

        // F-RTO: two new segments tell whether the timeout was needless.
        trace.Out(". 10001:11001(1000) ack 1").Out(". 11001:12001(1000) ack 1").Silence();
        trace.In(". 1 ack 1001").Out(". 1001:2001(1000) ack 1");
    }

    // Proves RFC 5682 §2.1.
    [Fact]
    public void A_timeout_that_was_needless_is_taken_back()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(20_000);
        trace.Skip();
        trace.Wait(250);
        Assert.Equal(1, trace.Skip());

        // All was only late: the originals are acknowledged one after the other.
        trace.In(". 1 ack 1001").In(". 1 ack 2001");
        Assert.InRange(trace.Connection.Cwnd, 10, 12);
        Assert.Equal(RecoveryState.Open, trace.Connection.Recovery);
    }

    // Proves RFC 5681 §3.2, §3.2 (1), §3.2 (6); RFC 3042 §2; RFC 6582 §3.2 step 2; RFC 6937 §3.
    [Fact]
    public void The_third_duplicate_acknowledgment_retransmits_and_the_first_two_let_new_data_out()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.CongestionControl = "reno");
        trace.Send(30_000);
        Assert.Equal(10, trace.Skip());
        trace.In(". 1 ack 1").Out(". 10001:11001(1000) ack 1").Silence();
        trace.In(". 1 ack 1").Out(". 11001:12001(1000) ack 1").Silence();
        trace.In(". 1 ack 1").Out(". 1:1001(1000) ack 1").Silence();
        Assert.Equal(RecoveryState.Recovery, trace.Connection.Recovery);
        Assert.Equal(5, trace.Connection.Ssthresh);

        // All of it arrives: the window ends at ssthresh.
        trace.In(". 1 ack 12001");
        trace.Skip();
        Assert.Equal(5, trace.Connection.Cwnd);
    }

    // Proves RFC 5681 §2.
    [Fact]
    public void Acknowledgments_with_data_or_a_new_window_are_no_duplicates()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(10_000);
        trace.Skip();
        trace.In("P. 1:2(1) ack 1").In("P. 2:3(1) ack 1").In("P. 3:4(1) ack 1").In("P. 4:5(1) ack 1");
        trace.In(". 5 ack 1 win 60000").In(". 5 ack 1 win 50000").In(". 5 ack 1 win 40000");
        Assert.Equal(0, trace.Connection.GetInfo().Retransmissions);
    }

    // Proves RFC 6582 §3.2 step 3.
    [Fact]
    public void A_partial_acknowledgment_retransmits_the_next_hole()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.CongestionControl = "reno");
        trace.Send(10_000);
        trace.Skip();
        trace.In(". 1 ack 1").In(". 1 ack 1").In(". 1 ack 1").Out(". 1:1001(1000) ack 1").Silence();

        // The window, which goes down to five, is full: the next acknowledgment lets the retransmission out (RFC 6937).
        trace.In(". 1 ack 4001").Silence();
        trace.In(". 1 ack 4001").Out(". 4001:5001(1000) ack 1");
        Assert.Equal(RecoveryState.Recovery, trace.Connection.Recovery);
    }

    // Proves RFC 6298 §5.3.
    [Fact]
    public void An_acknowledgment_of_half_a_burst_restarts_the_timer()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(2000);
        trace.Skip();
        trace.Wait(150).In(". 1 ack 1001").Mark().Wait(205).Silence().Wait(130);
        Assert.Equal(1, trace.Skip());
    }

    // Proves RFC 6298 §3.
    [Fact]
    public void Retransmitted_segments_give_no_round_trip_time_without_timestamps()
    {
        TcpTrace trace = TcpTrace.Established();
        TimeSpan before = trace.Connection.GetInfo().SmoothedRtt;
        trace.Send(100).Wait(215).In(". 1 ack 101");
        Assert.Equal(before, trace.Connection.GetInfo().SmoothedRtt);
    }

    // Proves RFC 6298 §5.2.
    [Fact]
    public void The_timer_stops_once_all_is_acknowledged()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100).Out("P. 1:101(100) ack 1").In(". 1 ack 101").Wait(10_000).Silence();
    }

    // Proves RFC 6298 §2.5.
    [Fact]
    public void The_timeout_doubles_up_to_two_minutes()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100).Mark().Wait(900_000);
        var times = new List<double>();
        while (trace.NextTime is { } time)
        {
            times.Add(time);
            trace.Out("P. 1:101(100) ack 1");
        }

        Assert.Equal(120_000, times[^1] - times[^2]);
    }

    // Proves RFC 6298 §5.7 note.
    [Fact]
    public void A_new_sample_ends_the_back_off()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100).Wait(215).In(". 1 ack 101");
        Assert.Equal(420, trace.Connection.GetInfo().Rto.TotalMilliseconds);
        trace.Send(100).Wait(10).In(". 1 ack 201");
        Assert.Equal(210, trace.Connection.GetInfo().Rto.TotalMilliseconds);
    }

    // Proves RFC 5681 §3.1 second timeout.
    [Fact]
    public void A_second_timeout_of_the_same_segment_leaves_ssthresh_as_it_is()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.CongestionControl = "reno");
        trace.Send(20_000).Wait(250);
        Assert.Equal(5, trace.Connection.Ssthresh);
        trace.Wait(3000);
        Assert.Equal(4, trace.Connection.GetInfo().Timeouts);
        Assert.Equal(5, trace.Connection.Ssthresh);
    }

    // Proves RFC 6582 §3.2.
    [Fact]
    public void Duplicates_of_what_a_recovery_has_covered_start_no_new_one()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.CongestionControl = "reno");
        trace.Send(10_000).In(". 1 ack 1").In(". 1 ack 1").In(". 1 ack 1").In(". 1 ack 10001");
        trace.Send(5000).In(". 1 ack 10001").In(". 1 ack 10001").In(". 1 ack 10001");
        Assert.Equal(1, trace.Connection.Statistics.FastRecoveries);
        Assert.Equal(1, trace.Connection.GetInfo().Retransmissions);
    }

    // Proves RFC 6582 §3.2 step 4.
    [Fact]
    public void Duplicates_after_a_timeout_start_no_fast_recovery()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.CongestionControl = "reno");
        trace.Send(10_000).Wait(250).In(". 1 ack 1").In(". 1 ack 1").In(". 1 ack 1").In(". 1 ack 1");
        Assert.Equal(0, trace.Connection.Statistics.FastRecoveries);
        Assert.Equal(RecoveryState.Loss, trace.Connection.Recovery);
    }

    // Proves RFC 9293 SHLD-25.
    [Fact]
    public void A_soft_error_is_the_reason_when_the_connection_times_out()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100);
        trace.Host.Tcp.OnIcmpError(trace.Local, trace.Remote, trace.Connection.Iss + 1, SocketError.HostUnreachable, hard: false);
        trace.Wait(1_200_000).InState(TcpState.Closed);
        Assert.Equal(SocketError.HostUnreachable, trace.User.Error);
    }
}
