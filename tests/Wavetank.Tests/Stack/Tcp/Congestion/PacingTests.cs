using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>Pacing: at what rate and in what portions segments leave (Linux: tcp_update_pacing_rate, tcp_update_skb_after_send).</summary>
public sealed class PacingTests
{
    [Fact]
    public void The_first_ten_segments_are_not_paced()
    {
        TcpTrace trace = Established();
        trace.Send(50_000);
        Assert.Equal(10, trace.Skip());
    }

    [Fact]
    public void In_slow_start_twice_the_window_goes_out_in_a_round_trip()
    {
        TcpTrace trace = Established();
        trace.Send(100_000);
        trace.Skip();
        trace.Wait(100).Mark().In(". 1 ack 10001");
        Assert.Equal(20, trace.Connection.Cwnd);
        trace.Wait(99);

        // 20 segments of 1000 bytes in a round trip of 100 ms, doubled: two every 5 ms; the first gap is halved, for the time without.
        List<double> times = Times(trace);
        Assert.Equal(20, times.Count);
        for (int i = 0; i < times.Count; i++)
        {
            Assert.Equal(i < 2 ? 0 : 2.5 + (5 * ((i / 2) - 1)), times[i], 3);
        }
    }

    [Fact]
    public void Later_the_window_is_spread_over_five_sixths_of_a_round_trip()
    {
        TcpTrace trace = Established();
        trace.Send(100_000);
        trace.Skip();
        trace.Connection.Ssthresh = 10;
        trace.Wait(100).Mark().In(". 1 ack 10001");
        Assert.Equal(11, trace.Connection.Cwnd);
        trace.Wait(99);

        // 1.2 windows a round trip: two of 11 segments every 15.15 ms.
        List<double> times = Times(trace);
        Assert.Equal(11, times.Count);
        Assert.Equal(15.15, times[4] - times[2], 2);
        Assert.Equal(15.15, times[10] - times[8], 2);
        Assert.InRange(times[10], 60, 83.4);
    }

    [Fact]
    public void Without_pacing_the_window_goes_at_once()
    {
        TcpTrace trace = Established(paced: false);
        trace.Send(100_000);
        trace.Skip();
        trace.Wait(100).In(". 1 ack 10001");
        Assert.Equal(20, trace.Skip());
    }

    private static TcpTrace Established(bool paced = true)
    {
        TcpTrace trace = new TcpTrace(settings => (settings.Pacing, settings.SendBufferSize, settings.CongestionControl) = (paced, 1 << 20, "reno")).Connect();
        trace.Skip();
        trace.Wait(100).In("S. 0 ack 1 win 65535 <mss 1000>");
        trace.Skip();
        return trace;
    }

    private static List<double> Times(TcpTrace trace)
    {
        var times = new List<double>();
        while (trace.NextTime is { } time)
        {
            times.Add(time);
            trace.Drop();
        }

        return times;
    }
}
