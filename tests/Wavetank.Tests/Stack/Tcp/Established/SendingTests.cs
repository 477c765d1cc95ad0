using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Established;

/// <summary>What is sent, and when: windows, Nagle, zero windows, segment sizes.</summary>
public sealed class SendingTests
{
    // Proves RFC 9293 MUST-1; RFC 6928 §2.
    [Fact]
    public void Ten_segments_go_out_at_first()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(50_000);
        Assert.Equal(10, trace.Skip());
    }

    // Proves RFC 9293 MUST-19; RFC 5681 §3.1.
    [Fact]
    public void Slow_start_doubles_the_window_each_round_trip()
    {
        TcpTrace trace = TcpTrace.Established(window: 65535);
        trace.Send(60_000);
        Assert.Equal(10, trace.Skip());
        for (int i = 1; i <= 10; i++)
        {
            trace.In($". 1 ack {1 + (i * 1000)} win 65535");
        }

        Assert.Equal(20, trace.Skip());
        Assert.Equal(20, trace.Connection.Cwnd);
    }

    // Proves RFC 9293 SHLD-7, SHLD-27, MAY-16, MUST-60.
    [Fact]
    public void A_small_segment_waits_while_a_small_one_is_out()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100).Out("P. 1:101(100) ack 1");
        trace.Send(100).Silence();
        trace.Send(50).Silence();
        trace.In(". 1 ack 101").Out("P. 101:251(150) ack 1").Silence();
    }

    // Proves RFC 9293 SHLD-28.
    [Fact]
    public void A_full_segment_never_waits()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100).Out("P. 1:101(100) ack 1");
        trace.Send(1500).Out(". 101:1101(1000) ack 1").Silence();
    }

    [Fact]
    public void The_last_segment_with_a_fin_does_not_wait()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(100).Out("P. 1:101(100) ack 1");
        trace.Send(100).Silence();
        trace.Connection.ShutdownSend();
        trace.Out("FP. 101:201(100) ack 1").Silence();
    }

    // Proves RFC 9293 MUST-17.
    [Fact]
    public void No_delay_sends_small_segments_at_once()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.NoDelay = true);
        trace.Send(100).Send(100).Out("P. 1:101(100) ack 1").Out("P. 101:201(100) ack 1").Silence();
    }

    // Proves RFC 9293 MUST-36, MUST-37, SHLD-30.
    [Fact]
    public void A_zero_window_is_probed_with_doubling_gaps_for_as_long_as_the_peer_answers()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(1000).Out("P. 1:1001(1000) ack 1");
        trace.In(". 1 ack 1001 win 0");
        trace.Send(1000).Silence().Mark();
        double[] gaps = new double[8];
        double last = 0;
        for (int i = 0; i < gaps.Length; i++)
        {
            while (trace.NextTime is null)
            {
                trace.Wait(10);
            }

            double at = trace.NextTime.Value;
            gaps[i] = at - last;
            last = at;
            trace.Out(". 1000:1000(0) ack 1");
            trace.In(". 1 ack 1001 win 0").Silence();
        }

        for (int i = 1; i < gaps.Length; i++)
        {
            Assert.InRange(gaps[i] / gaps[i - 1], 1.9, 2.1);
        }

        trace.In(". 1 ack 1001 win 5000").Out("P. 1001:2001(1000) ack 1").InState(TcpState.Established);
    }

    [Fact]
    public void Probes_that_nobody_answers_end_the_connection()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In(". 1 ack 1 win 0");
        trace.Send(1000).Wait(3_000_000).InState(TcpState.Closed);
        Assert.Equal(System.Net.Sockets.SocketError.TimedOut, trace.User.Error);
    }

    // Proves RFC 9293 MUST-38.
    [Fact]
    public void A_window_too_small_for_a_segment_is_used_in_the_end()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In(". 1 ack 1 win 300");
        trace.Send(1000).Silence().Wait(400).Out(". 1:301(300) ack 1");
    }

    [Fact]
    public void A_fin_waits_for_a_closed_window_to_open()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In(". 1 ack 1 win 0");
        trace.Send(100);
        trace.Connection.ShutdownSend();
        trace.Silence().In(". 1 ack 1 win 1000").Out("FP. 1:101(100) ack 1");
    }

    // Proves RFC 9293 MUST-14, MUST-15, MUST-16.
    [Theory]
    [InlineData("", 536)]
    [InlineData("mss 10", 48)]
    [InlineData("mss 1400", 1400)]
    [InlineData("mss 9000", 1460)]
    public void The_segment_size_follows_the_peers_option(string options, int expected) =>
        Assert.Equal(expected, TcpTrace.Established(options: options).Connection.SendMss);

    // Proves RFC 9293 MUST-65, §3.7.1.
    [Fact]
    public void Timestamps_take_twelve_bytes_of_each_segment()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.Timestamps = true, "mss 1000,TS");
        trace.Send(2000).Out(". 1:989(988) ack 1 <TS>");
    }

    // Proves RFC 9293 MUST-61, §3.7.2; RFC 1191 §6.
    [Fact]
    public void Fragmentation_needed_lowers_the_segment_size_and_sends_again()
    {
        TcpTrace trace = TcpTrace.Established(options: "mss 1460");
        trace.Send(2920).Out(". 1:1461(1460) ack 1").Out("P. 1461:2921(1460) ack 1");
        trace.Host.Mtu = 1040;
        trace.Host.Tcp.OnIcmpError(trace.Local, trace.Remote, trace.Connection.Iss + 1, System.Net.Sockets.SocketError.MessageSize, hard: false);
        Assert.Equal(1000, trace.Connection.SendMss);
        trace.Out(". 1:1001(1000) ack 1").Out(". 1001:1461(460) ack 1");
        trace.Out(". 1461:2461(1000) ack 1").Out("P. 2461:2921(460) ack 1").Silence();
    }

    [Fact]
    public void A_full_send_buffer_takes_no_more_and_tells_when_there_is_room()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.SendBufferSize = 3000);
        Assert.Equal(3000, trace.Connection.Send(new byte[5000]));
        Assert.Equal(0, trace.Connection.Send(new byte[5000]));
        trace.Skip();
        trace.User.Calls.Clear();
        trace.In(". 1 ack 2001");
        Assert.Equal(["writable"], trace.User.Calls);
        Assert.Equal(2000, trace.Connection.SendSpace);
    }

    // Proves RFC 9293 §3.8.6.2.1.
    [Fact]
    public void A_segment_is_at_most_half_of_the_largest_window()
    {
        TcpTrace trace = TcpTrace.Established(window: 1000);
        trace.Send(1000).Out(". 1:501(500) ack 1").Out("P. 501:1001(500) ack 1");
    }

    // Proves RFC 9293 MUST-34, SHLD-15, SHLD-16, MAY-7.
    [Fact]
    public void A_window_that_shrinks_stops_new_data_and_no_retransmission()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.CongestionControl = "reno");
        trace.Send(8000);
        Assert.Equal(8, trace.Skip());
        trace.In(". 1 ack 1001 win 2000").Send(1000).Silence();
        trace.Wait(300).Out(". 1001:2001(1000) ack 1").Silence();

        // The window ends at 3001, and what lies behind it goes again.
        trace.In(". 1 ack 2001 win 1000").Out(". 2001:3001(1000) ack 1").Out(". 3001:4001(1000) ack 1").Silence().InState(TcpState.Established);
    }
}
