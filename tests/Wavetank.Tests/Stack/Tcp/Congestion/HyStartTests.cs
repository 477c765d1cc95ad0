using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>HyStart++ (RFC 9406) in CUBIC: slow start ends when the round-trip time rises.</summary>
public sealed class HyStartTests
{
    private int _acknowledged = 1;

    [Fact]
    public void A_queue_that_builds_ends_slow_start_before_it_overflows()
    {
        TcpConnection cubic = SlowStartInto(queue: 1000, "cubic");
        TcpConnection reno = SlowStartInto(queue: 1000, "reno");

        // 20 Mbit/s at 40 ms is 67 segments. The rise is seen at about 130; five rounds add a quarter each, three times in all. Reno fills the queue.
        Assert.InRange(cubic.Ssthresh, 130, 600);
        Assert.Equal(0, cubic.Statistics.SegmentsRetransmitted);
        Assert.True(reno.Statistics.SegmentsRetransmitted > 0);
    }

    [Fact]
    public void A_rise_slows_growth_to_a_quarter_and_ends_slow_start_after_five_rounds()
    {
        TcpTrace trace = Established();
        Round(trace, 50);
        Assert.Equal(20, trace.Connection.Cwnd);

        // RFC 9406 §4.2: eight samples tell a rise of an eighth; from the eighth on a quarter is added: 7 + 13 / 4.
        Round(trace, 60);
        Assert.Equal(30, trace.Connection.Cwnd);
        int before = 30;
        for (int i = 0; i < 4; i++)
        {
            Round(trace, 60);
            Assert.InRange(trace.Connection.Cwnd, before + (before / 4) - 1, before + (before / 4) + 1);
            before = trace.Connection.Cwnd;
            Assert.Equal(int.MaxValue, trace.Connection.Ssthresh);
        }

        Round(trace, 60);
        Assert.NotEqual(int.MaxValue, trace.Connection.Ssthresh);
    }

    [Fact]
    public void A_rise_that_was_noise_lets_slow_start_go_on()
    {
        TcpTrace trace = Established();
        Round(trace, 50);
        Round(trace, 60);
        Assert.Equal(30, trace.Connection.Cwnd);

        // 30 acknowledgments: seven count a quarter, and from the eighth sample on all count.
        Round(trace, 50);
        Assert.InRange(trace.Connection.Cwnd, 54, 55);
        Assert.Equal(int.MaxValue, trace.Connection.Ssthresh);
    }

    private static TcpTrace Established()
    {
        TcpTrace trace = new TcpTrace(settings => (settings.CongestionControl, settings.SendBufferSize) = ("cubic", 1 << 20)).Connect();
        trace.Skip();
        trace.Wait(50).In("S. 0 ack 1 win 65535 <mss 1000,wscale 4>");
        trace.Send(900_000);
        Assert.Equal(11, trace.Skip());
        return trace;
    }

    /// <summary>Acknowledges all that is out, segment by segment.</summary>
    private void Round(TcpTrace trace, double roundTrip)
    {
        int end = (int)(trace.Connection.SndNxt - trace.Connection.Iss);
        trace.Wait(roundTrip);
        while (_acknowledged < end)
        {
            _acknowledged += 1000;
            trace.In($". 1 ack {_acknowledged}");
        }

        trace.Skip();
    }

    private static TcpConnection SlowStartInto(int queue, string name)
    {
        var pair = new TcpPair();
        pair.Both(pipe => pipe.DelayMilliseconds = 20);
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.CongestionControl = name);
        (pair.Forward.Rate, pair.Forward.QueueLimit) = (20_000_000, queue);
        new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false }.Start();
        pair.Clock.RunFor(2500);
        return client;
    }
}
