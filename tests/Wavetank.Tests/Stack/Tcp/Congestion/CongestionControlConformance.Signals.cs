using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>What it makes of marks, of false alarms, of bad paths and of company.</summary>
public abstract partial class CongestionControlConformance
{
    // Proves RFC 3168 §6.1.2.
    [Fact]
    public void A_round_trip_of_marks_brings_the_window_down_as_a_loss_or_is_passed_over()
    {
        CongestionRun run = new CongestionRun(Name).Limit(20_000_000, 200).Run(1_700);
        int before = run.Client.Cwnd;
        long lostBefore = run.Client.Statistics.SegmentsRetransmitted;
        run.Pair.Forward.MarksEvery = 1;
        run.Run(CongestionRun.RoundTrip);
        run.Pair.Forward.MarksEvery = 0;

        // The queue may be full: a round trip takes up to 160 ms then.
        run.Run(6 * CongestionRun.RoundTrip);

        Assert.Equal(lostBefore, run.Client.Statistics.SegmentsRetransmitted);
        if (ReducesOnMarks)
        {
            Assert.InRange(run.Client.Cwnd, 2, before - 1);
        }
        else
        {
            Assert.InRange(run.Client.Cwnd, before * 0.9, before * 1.2);
        }
    }

    // Proves RFC 3522 §3.2.
    [Fact]
    public void A_reduction_for_a_segment_that_was_only_late_is_taken_back()
    {
        CongestionRun run = new CongestionRun(Name).Limit(20_000_000, 200).Run(1_700);
        int before = run.Client.Cwnd;
        long falseBefore = run.Client.Statistics.SpuriousRecoveries;
        run.DelayOne(milliseconds: 30);

        run.RunUntilRecovered();
        run.Run(CongestionRun.RoundTrip);

        Assert.Equal(falseBefore + 1, run.Client.Statistics.SpuriousRecoveries);
        Assert.InRange(run.Client.Cwnd, before * 0.95, before * 1.3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_windows_and_rates()
    {
        Assert.Equal(Trace(11), Trace(11));
        Assert.NotEqual(Trace(11), Trace(12));

        List<(int Window, int Threshold, long Rate)> Trace(ulong seed)
        {
            CongestionRun run = new CongestionRun(Name, seed).Limit(10_000_000, 50);
            run.Pair.Both(pipe => (pipe.Loss, pipe.Reorder, pipe.Duplicate) = (0.01, 0.02, 0.01));
            var trace = new List<(int, int, long)>();
            run.Sample(20_000, connection => trace.Add((connection.Cwnd, connection.Ssthresh, connection.PacingRate)));
            return trace;
        }
    }

    [Fact]
    public void A_stream_gets_through_loss_and_reordering()
    {
        CongestionRun run = new CongestionRun(Name, seed: 7, length: 1_000_000);
        run.Pair.Both(pipe => (pipe.Loss, pipe.Reorder, pipe.Duplicate) = (0.02, 0.05, 0.01));
        run.Pair.Clock.RunToEnd();

        Assert.True(run.Transfer.IsIntact && run.Transfer.Ended && run.Transfer.ReadSoFar == 1_000_000);
    }

    [Fact]
    public void Two_flows_share_fairly()
    {
        CongestionRun run = new CongestionRun(Name, seed: 3).Limit(20_000_000, 40);
        run.Pair.Both(pipe => pipe.DelayMilliseconds = 10);
        TcpConnection second = run.StartSecond();
        run.Run(20_000);
        (long a, long b) = (run.Client.Statistics.BytesAcknowledged, second.Statistics.BytesAcknowledged);
        run.Run(100_000);
        (double x, double y) = (run.Client.Statistics.BytesAcknowledged - a, second.Statistics.BytesAcknowledged - b);

        // Jain's index.
        Assert.InRange((x + y) * (x + y) / (2 * ((x * x) + (y * y))), 0.95, 1);
    }
}
