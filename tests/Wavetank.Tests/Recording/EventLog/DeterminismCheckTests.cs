using Wavetank.Packets;
using Wavetank.Recording.EventLog;

namespace Wavetank.Tests.Recording.EventLog;

public sealed class DeterminismCheckTests
{
    private int _runs;

    [Fact]
    public void Runs_that_do_the_same_have_one_digest()
    {
        DeterminismReport report = DeterminismCheck.Run(Runs(_ => 0), runs: 3);

        Assert.True(report.IsDeterministic);
        Assert.Equal(3, _runs);
        Assert.Equal(3, report.Digests.Count);
        Assert.Null(report.Difference);
        Assert.Equal($"3 runs, one digest: {report.Digests[0]}", report.Describe());
    }

    [Fact]
    public void The_first_event_that_differs_is_named_with_the_events_before()
    {
        // The run's number shows from event 70,000 on, as a wall clock would.
        DeterminismReport report = DeterminismCheck.Run(Runs(_ => 70_000), runs: 2, before: 3);

        Assert.False(report.IsDeterministic);
        Assert.Equal(70_000, report.Difference!.Number);
        Assert.Equal(["seq"], report.Difference.Fields);
        Assert.Equal([69_997, 69_998, 69_999], report.Difference.Before.Select(Number));
        Assert.Equal(4, _runs);
        Assert.Contains("The first difference is at event 70000, 0.000070000 s, sent at link/client-server/forward, packet 70000: seq differs.", report.Describe());
    }

    [Fact]
    public void A_place_that_moves_from_run_to_run_is_followed()
    {
        // The first pair parts at 50,000, which is not where later pairs part.
        DeterminismReport report = DeterminismCheck.Run(Runs(run => run <= 2 ? 50_000 : 20_000));

        Assert.Equal(20_000, report.Difference!.Number);
        Assert.Equal(6, _runs);
    }

    [Fact]
    public void Where_later_runs_agree_the_window_is_told()
    {
        DeterminismReport report = DeterminismCheck.Run(Runs(run => run == 2 ? 75_000 : 0));

        Assert.False(report.IsDeterministic);
        Assert.Null(report.Difference);
        Assert.InRange(75_000, report.Window!.Value.First, report.Window.Value.Last);
        Assert.Contains("They part between event ", report.Describe());
    }

    [Fact]
    public void Bytes_that_were_never_sent_are_told_from_packets()
    {
        int runs = 0;
        DeterminismReport report = DeterminismCheck.Run(prepare =>
        {
            using var run = new TestRun();
            prepare(run.Events);
            run.Events.Digest.AddBytes([(byte)++runs]);
            run.Raise(PacketEventKind.Sent, run.Forward, run.Tcp());
        });

        Assert.False(report.IsDeterministic);
        Assert.Null(report.Window);
        Assert.Contains("Every packet is the same", report.Describe());
    }

    [Fact]
    public void A_run_that_cannot_be_observed_is_refused() =>
        Assert.Contains("must call the action", Assert.Throws<InvalidOperationException>(() => DeterminismCheck.Run(_ => { })).Message);

    private static long Number(string line) => System.Text.Json.JsonElement.Parse(line).GetProperty("n").GetInt64();

    /// <summary>Runs of 80,000 events, which differ from an event on that follows from the run's number; 0 means never.</summary>
    private RepeatableRun Runs(Func<int, int> differsFrom) => prepare =>
    {
        int number = ++_runs;
        using var run = new TestRun();
        prepare(run.Events);
        int from = differsFrom(number);
        for (int i = 1; i <= 80_000; i++)
        {
            Packet packet = run.Tcp(sequence: from > 0 && i >= from ? (uint)number : 0);
            run.At(i).Raise(PacketEventKind.Sent, run.Forward, packet);
            packet.Release();
        }
    };
}
