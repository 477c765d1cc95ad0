using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Recovery;

/// <summary>RACK's reordering window (RFC 8985 §6.2, step 4), at a round trip of 10 ms.</summary>
public sealed class RackTests
{
    private const int Segment = 1000;
    private int _next = 1;

    [Fact]
    public void A_needless_retransmission_widens_the_window_by_a_quarter_of_the_round_trip()
    {
        TcpTrace trace = Established();
        Assert.Equal(2.5, Round(trace, needless: true), 2);
        Assert.Equal(5, Round(trace, needless: true), 2);
        Assert.Equal(7.5, Round(trace, needless: false), 2);
        Assert.Equal(7.5, Round(trace, needless: false), 2);
    }

    [Fact]
    public void Sixteen_recoveries_without_one_narrow_it_again()
    {
        TcpTrace trace = Established();
        Round(trace, needless: true);
        for (int i = 0; i < 16; i++)
        {
            Assert.Equal(5, Round(trace, needless: false), 2);
        }

        Assert.Equal(2.5, Round(trace, needless: false), 2);
    }

    [Fact]
    public void On_a_path_that_was_never_seen_to_reorder_it_stays_as_it_is()
    {
        TcpTrace trace = Established(reorders: false);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(2.5, Round(trace, needless: true), 2);
        }
    }

    private TcpTrace Established(bool reorders = true)
    {
        TcpTrace trace = TcpTrace.Established(settings => (settings.Sack, settings.SendBufferSize) = (true, 1 << 20), "mss 1000,sackOK");
        if (reorders)
        {
            trace.Send(2 * Segment).Wait(10).In($". 1 ack 1 <sack {1 + Segment}:{1 + (2 * Segment)}>").Wait(1).In($". 1 ack {1 + (2 * Segment)}");
            _next += 2 * Segment;
        }

        trace.Skip();
        return trace;
    }

    /// <summary>Four segments, of which the second is reported first.</summary>
    /// <returns>How long the first was held to be only late, in milliseconds.</returns>
    private double Round(TcpTrace trace, bool needless)
    {
        trace.Connection.Cwnd = 20;
        trace.Send(4 * Segment);
        Assert.Equal(4, trace.Skip());
        trace.Wait(10).Mark().In($". 1 ack {_next} <sack {_next + Segment}:{_next + (2 * Segment)}>");
        trace.Wait(9);
        double waited = trace.NextTime ?? double.NaN;
        trace.Out($". {_next}:{_next + Segment}(1000) ack 1").Silence();
        trace.In($". 1 ack {_next + (4 * Segment)}" + (needless ? $" <sack {_next}:{_next + Segment}>" : ""));
        trace.Silence();
        _next += 4 * Segment;
        return waited;
    }
}
