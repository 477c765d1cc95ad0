using Wavetank.Packets;
using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Established;

/// <summary>Timestamps, PAWS and window scaling (RFC 7323).</summary>
public sealed class TimestampTests
{
    // Proves RFC 7323 §3, §3.2.
    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void Timestamps_are_used_only_if_both_ends_offer_them(bool ours, bool theirs, bool used)
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.Timestamps = ours, theirs ? "mss 1000,TS" : "mss 1000");
        trace.UsesTimestamps = used;
        trace.Send(10).Out(used ? "P. 1:11(10) ack 1 <TS>" : "P. 1:11(10) ack 1");
        Assert.Equal(used ? 988 : 1000, trace.Connection.SendMss);
    }

    // Proves RFC 7323 §5.3 R1.
    [Fact]
    public void A_segment_with_an_old_timestamp_is_acknowledged_and_dropped()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.Timestamps = true, "mss 1000,TS");
        trace.PeerTimestamp = 2000;
        trace.In("P. 1:11(10) ack 1");
        trace.Skip();
        trace.PeerTimestamp = 1999;
        trace.In("P. 11:21(10) ack 1").Out(". 1:1(0) ack 11");
        Assert.Equal(10, trace.Connection.Available);
        Assert.Contains(DropReason.TcpUnacceptable, trace.Host.Drops);
    }

    // Proves RFC 7323 §5.2.
    [Fact]
    public void A_reset_with_an_old_timestamp_counts()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.Timestamps = true, "mss 1000,TS");
        trace.PeerTimestamp = 500;
        trace.In("R 1").InState(TcpState.Closed);
    }

    // Proves RFC 6298 §3; RFC 7323 §4.1, §5.4.
    [Fact]
    public void An_echo_measures_the_round_trip_of_what_was_sent_again()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.Timestamps = true, "mss 1000,TS");
        trace.Send(100).Wait(215);
        trace.Skip();
        trace.Wait(80).In(". 1 ack 101");
        Assert.InRange(trace.Connection.GetInfo().SmoothedRtt.TotalMilliseconds, 15, 25);
    }

    // Proves RFC 7323 §2.2.
    [Fact]
    public void The_window_scales_only_if_both_ends_offer_it()
    {
        TcpTrace with = TcpTrace.Established(options: "mss 1000,wscale 5");
        with.In(". 1 ack 1 win 1000");
        Assert.Equal(32_000u, with.Connection.SndWnd);
        TcpTrace without = TcpTrace.Established(options: "mss 1000");
        without.In(". 1 ack 1 win 1000");
        Assert.Equal(1000u, without.Connection.SndWnd);
        without.In("P. 1:101(100) ack 1").Out(". 1:1(0) ack 101 win 64140");
    }

    // Proves RFC 7323 §2.2, §2.3.
    [Fact]
    public void The_window_of_a_syn_is_not_scaled_and_a_shift_above_fourteen_counts_as_fourteen()
    {
        TcpTrace trace = TcpTrace.Established(options: "mss 1000,wscale 20", window: 500);
        Assert.Equal(500u, trace.Connection.SndWnd);
        trace.In(". 1 ack 1 win 1");
        Assert.Equal(1u << 14, trace.Connection.SndWnd);
    }

    // Proves RFC 7323 §5.5.
    [Fact]
    public void After_twenty_four_days_of_silence_an_old_timestamp_is_taken()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.Timestamps = true, "mss 1000,TS");
        trace.PeerTimestamp = 2000;
        trace.In("P. 1:11(10) ack 1").Wait(25.0 * 24 * 3600 * 1000);
        trace.PeerTimestamp = 1999;
        trace.In("P. 11:21(10) ack 1");
        Assert.Equal(20, trace.Connection.Available);
    }
}
