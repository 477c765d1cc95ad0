using Wavetank.Stack.Tcp.Sending;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>Data Center TCP (RFC 8257).</summary>
public sealed class DctcpTests
{
    // Proves RFC 8257 §3.2.
    [Fact]
    public void Where_the_mark_changes_what_came_before_is_acknowledged_with_the_old_kind()
    {
        TcpTrace trace = Negotiated();
        int next = 1;
        for (int i = 0; i < 40; i++)
        {
            trace.In($". {next}:{next + 1000}(1000) ack 1").Wait(1);
            next += 1000;
            trace.Read();
        }

        trace.Wait(60);
        trace.Skip();
        trace.In($"P. {next}:{next + 100}(100) ack 1").Silence();
        trace.NextTrafficClass = 3;
        trace.In($"P. {next + 100}:{next + 200}(100) ack 1").Out($". 1:1(0) ack {next + 100}").Out($"E. 1:1(0) ack {next + 200}").Silence();
    }

    // Proves RFC 8257 §3.3, §4.2.
    [Fact]
    public void The_reduction_follows_the_share_of_marks_by_a_sixteenth_a_round_trip()
    {
        TcpTrace trace = Negotiated();
        var reductions = new List<double> { Reduction(trace) };
        for (int i = 0; i < 20; i++)
        {
            trace.Send(1000).Wait(10).In($". 1 ack {1001 + (i * 1000)}");
            reductions.Add(Reduction(trace));
        }

        // All is held to be marked at first: half. Then nothing is.
        double[] steps = [.. reductions.Distinct()];
        Assert.Equal(0.5, steps[0], 3);
        Assert.True(steps.Length > 8);
        Assert.All(steps.Zip(steps.Skip(1), (a, b) => b / a), ratio => Assert.Equal(15.0 / 16, ratio, 2));
    }

    // Proves RFC 8257 §3.5.
    [Fact]
    public void A_loss_halves_the_window_whatever_the_share_of_marks()
    {
        TcpTrace trace = Negotiated();
        for (int i = 0; i < 20; i++)
        {
            trace.Send(1000).Wait(10).In($". 1 ack {1001 + (i * 1000)}");
        }

        Assert.True(Reduction(trace) < 0.3);
        trace.Send(10_000).In(". 1 ack 20001").In(". 1 ack 20001").In(". 1 ack 20001");
        Assert.Equal(RecoveryState.Recovery, trace.Connection.Recovery);
        Assert.Equal(5, trace.Connection.Ssthresh);
    }

    /// <summary>The share of the window that an echo would take off now.</summary>
    private static double Reduction(TcpTrace trace)
    {
        int window = trace.Connection.Cwnd;
        trace.Connection.Cwnd = 100_000;
        int left = trace.Connection.CongestionControl.SlowStartThreshold(trace.Connection);
        trace.Connection.Cwnd = window;
        return 1 - (left / 100_000.0);
    }

    private static TcpTrace Negotiated()
    {
        TcpTrace trace = new TcpTrace(settings => settings.CongestionControl = "dctcp").Connect();
        trace.Out("SEW 0:0(0)").Wait(10).In("SE. 0 ack 1 win 65535 <mss 1000>").Out(". 1:1(0) ack 1");
        trace.NextTrafficClass = 2;
        return trace;
    }
}
