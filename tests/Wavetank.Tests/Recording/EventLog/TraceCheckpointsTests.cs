using FsCheck.Xunit;
using Wavetank.Packets;
using Wavetank.Recording.EventLog;

namespace Wavetank.Tests.Recording.EventLog;

public sealed class TraceCheckpointsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(300_001)]
    public void Equal_runs_have_no_difference(int events) =>
        Assert.Null(TraceCheckpoints.FirstDifference(Observe(events), Observe(events)));

    [Property(MaxTest = 10)]
    public void A_difference_lies_in_the_window(ushort a, ushort b)
    {
        int events = 1 + (4 * a);
        int changedAt = 1 + (int)((uint)(b * 7919) % events);

        EventWindow? window = TraceCheckpoints.FirstDifference(Observe(events), Observe(events, changedAt));

        Assert.NotNull(window);
        Assert.InRange(changedAt, window.Value.First, window.Value.Last);
        Assert.True(window.Value.Last - window.Value.First < Math.Max(1, events / 32_768), $"{window} of {events}");
        Assert.Equal(window.Value.First - 1, window.Value.After.Nanoseconds);
    }

    [Theory]
    [InlineData(10, 11)]
    [InlineData(10, 200_000)]
    [InlineData(200_000, 65_536)]
    [InlineData(0, 5)]
    [InlineData(140_001, 140_000)]
    public void Where_one_run_only_goes_on_its_first_further_event_lies_in_the_window(int left, int right)
    {
        EventWindow? window = TraceCheckpoints.FirstDifference(Observe(left), Observe(right));

        Assert.NotNull(window);
        Assert.Equal(Math.Min(left, right) + 1, window.Value.Last);
        Assert.InRange(window.Value.Last - window.Value.First, 0, 8);
    }

    [Fact]
    public void Bytes_that_differ_are_seen_though_no_header_does()
    {
        EventWindow? window = TraceCheckpoints.FirstDifference(Observe(10, 0, "a"), Observe(10, 0, "b"));

        Assert.Equal(1, window!.Value.First);
        Assert.Equal(1, window.Value.Last);
    }

    private static TraceCheckpoints Observe(int events, int changedAt = 0, string payload = "")
    {
        using var run = new TestRun();
        var checkpoints = new TraceCheckpoints();
        run.Events.Subscribe(checkpoints);
        Packet usual = run.Tcp(payload, 1), other = run.Tcp(payload, 2);
        for (int i = 1; i <= events; i++)
        {
            run.At(i).Raise(PacketEventKind.Sent, run.Forward, i == changedAt ? other : usual);
        }

        Assert.Equal(events, checkpoints.Events);
        return checkpoints;
    }
}
