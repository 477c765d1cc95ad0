using Wavetank.Stack.Tcp.Congestion;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>CUBIC (RFC 9438) and its slow start (RFC 9406), one round trip after the other.</summary>
public sealed class CubicTests
{
    private readonly TcpTrace _trace;
    private int _acknowledged = 1;

    public CubicTests()
    {
        _trace = new TcpTrace(settings => (settings.CongestionControl, settings.SendBufferSize) = ("cubic", 10_000_000)).Connect();
        _trace.Wait(400).In("S. 0 ack 1 win 65535 <mss 1000,wscale 14>").In(". 1 ack 1 win 65535");
        _trace.Skip();
    }

    private CongestionControl Control => _trace.Connection.CongestionControl;

    // Proves RFC 9438 §4.6, §4.7.
    [Fact]
    public void A_loss_below_the_last_maximum_lowers_the_maximum_further()
    {
        Reduce(100, 70);
        Reduce(70, 49);

        // The plateau lies at 70 (1 + 0.7) / 2 = 59.5, which is reached after cbrt(10.5 / 0.4) = 3 s; without fast convergence it would be 70.
        Rounds(8, 400);
        Assert.InRange(_trace.Connection.Cwnd, 56, 62);
    }

    // Proves RFC 9438 §4.3, §4.3 alpha.
    [Fact]
    public void In_the_region_of_Reno_it_grows_by_nine_seventeenths_to_where_it_was_and_then_by_one()
    {
        Reduce(20, 14);
        _trace.Send(5_000_000);
        int rounds = 0;
        for (; _trace.Connection.Cwnd < 20; rounds++)
        {
            Round(10);
        }

        // Six segments take 6 * 17 / 9 = 11.3 rounds, and one in which the first is sent.
        Assert.InRange(rounds, 11, 13);
        for (int i = 0; i < 17; i++)
        {
            Round(10);
        }

        // With nine seventeenths it would be 29.
        Assert.InRange(_trace.Connection.Cwnd, 36, 37);
    }

    // Proves RFC 9438 §4.8.
    [Fact]
    public void After_a_timeout_the_curve_starts_anew()
    {
        Reduce(100, 70);
        Control.OnLoss(_trace.Connection);
        (_trace.Connection.Cwnd, _trace.Connection.Ssthresh) = (10, 10);

        // 10 + 0.4 * 3.2^3 = 23; towards the old maximum it would be 90 by now.
        Rounds(8, 400);
        Assert.InRange(_trace.Connection.Cwnd, 12, 30);
    }

    // Unlike RFC 9406 §4.2, which adds eight at most where nothing is paced; Linux has no such limit.
    [Fact]
    public void An_acknowledgment_of_many_adds_them_all()
    {
        _trace.Send(100_000).Wait(100).In(". 1 ack 10001 win 65535");
        Assert.Equal(20, _trace.Connection.Cwnd);
    }

    // Proves RFC 9406 §4.2, §4.3.
    [Fact]
    public void A_rising_round_trip_time_slows_slow_start_down_and_five_such_rounds_end_it()
    {
        _trace.Send(5_000_000);
        Round(400);
        Round(400);
        Assert.Equal(40, _trace.Connection.Cwnd);

        // The threshold is an eighth of the round trip, at most 16 ms. A quarter of the growth from the eighth sample on.
        Round(420);
        Assert.InRange(_trace.Connection.Cwnd, 50, 60);
        for (int i = 0; i < 4; i++)
        {
            Round(420);
            Assert.Equal(int.MaxValue, _trace.Connection.Ssthresh);
        }

        Round(420);
        Assert.True(_trace.Connection.Ssthresh < int.MaxValue);
    }

    // Proves RFC 9406 §4.3.
    [Fact]
    public void A_rise_of_less_than_sixteen_milliseconds_is_none()
    {
        _trace.Send(5_000_000);
        Round(400);
        Round(400);
        Round(410);
        Assert.Equal(80, _trace.Connection.Cwnd);
    }

    private void Reduce(int window, int expected)
    {
        _trace.Connection.Cwnd = window;
        int left = Control.SlowStartThreshold(_trace.Connection);
        Assert.Equal(expected, left);
        (_trace.Connection.Cwnd, _trace.Connection.Ssthresh) = (left, left);
    }

    private void Rounds(int count, double milliseconds)
    {
        _trace.Send(5_000_000);
        for (int i = 0; i < count; i++)
        {
            Round(milliseconds);
        }
    }

    /// <summary>All that is out is acknowledged, segment by segment, a round trip later.</summary>
    private void Round(double milliseconds)
    {
        int count = _trace.Skip();
        _trace.Wait(milliseconds);
        for (int i = 0; i < count; i++)
        {
            _acknowledged += 1000;
            _trace.In($". 1 ack {_acknowledged} win 65535");
        }
    }
}
