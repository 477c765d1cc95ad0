using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Sending;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>What every congestion control must do, whatever it is: a subclass for each row of the table, which says where its row differs.</summary>
public abstract partial class CongestionControlConformance(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether a lost segment by itself makes the window smaller.</summary>
    protected virtual bool ReducesOnLoss => true;

    /// <summary>Whether an echoed mark makes it smaller.</summary>
    protected virtual bool ReducesOnMarks => true;

    /// <summary>The largest window to which an application that sends a segment a round trip brings it.</summary>
    protected virtual int LargestUnusedWindow => TcpDefaults.InitialWindow;

    // Proves RFC 5681 §3.1.
    [Fact]
    public void The_window_is_one_segment_at_least_and_the_threshold_two()
    {
        CongestionRun run = new CongestionRun(Name, seed: 4).Limit(2_000_000, 20);
        run.Pair.Forward.Loss = 0.15;
        run.Pair.Forward.MarksEvery = 7;

        run.Sample(60_000, connection =>
        {
            Assert.True(connection.Cwnd >= 1, $"a window of {connection.Cwnd}");
            Assert.True(connection.Ssthresh >= 2, $"a threshold of {connection.Ssthresh}");
        });
        Assert.True(run.Client.Statistics.Timeouts > 0);
    }

    // Proves RFC 9293 MAY-18.
    [Fact]
    public void A_long_flow_fills_nine_tenths_of_a_small_link()
    {
        CongestionRun run = new CongestionRun(Name).Limit(20_000_000, 70);

        Assert.InRange(run.Share(20_000_000, 20_000), 0.9, 1);
    }

    [Fact]
    public void A_loss_brings_the_window_down_once_and_its_recovery_ends()
    {
        CongestionRun run = new CongestionRun(Name).Limit(20_000_000, 200).Run(1_700);
        int before = run.Client.Cwnd;
        long lostBefore = run.Client.Statistics.SegmentsRetransmitted;
        run.LoseOne();

        int most = run.RunUntilRecovered();

        Assert.InRange(most, 1, 4 * CongestionRun.RoundTrip);
        Assert.Equal(1, run.Client.Statistics.SegmentsRetransmitted - lostBefore);
        Assert.Equal(0, run.Client.Statistics.Timeouts);
        if (ReducesOnLoss)
        {
            Assert.InRange(run.Client.Cwnd, before * 0.45, before * 0.9);
        }
        else
        {
            Assert.InRange(run.Client.Cwnd, before * 0.9, before * 1.2);
        }
    }

    // Proves RFC 5681 §3.1.
    [Fact]
    public void After_a_timeout_it_begins_again_at_one_segment_and_comes_back()
    {
        CongestionRun run = new CongestionRun(Name).Limit(20_000_000, 70).Run(3_000);
        run.Pair.Forward.Loss = 1;
        int least = int.MaxValue;
        run.Sample(1_000, connection => least = Math.Min(least, connection.Cwnd));
        Assert.True(run.Client.Statistics.Timeouts > 0);
        Assert.Equal(RecoveryState.Loss, run.Client.Recovery);
        Assert.Equal(1, least);

        run.Pair.Forward.Loss = 0;
        run.Run(5_000);
        Assert.Equal(RecoveryState.Open, run.Client.Recovery);
        Assert.InRange(run.Share(20_000_000, 20_000), 0.8, 1);
    }

    // Proves RFC 9438 §5.8.
    [Fact]
    public void A_window_that_is_not_used_does_not_grow()
    {
        var pair = new TcpPair();
        pair.Both(pipe => pipe.DelayMilliseconds = 20);
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.CongestionControl = Name);
        for (int i = 0; i < 200; i++)
        {
            Assert.Equal(1000, client.Send(new byte[1000]));
            pair.Clock.RunFor(CongestionRun.RoundTrip);
            server.Receive(new byte[1000]);
            Assert.InRange(client.Cwnd, 1, LargestUnusedWindow);
        }
    }
}
