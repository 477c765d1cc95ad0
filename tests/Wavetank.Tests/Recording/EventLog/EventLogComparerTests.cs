using Wavetank.Packets;
using Wavetank.Recording.EventLog;

namespace Wavetank.Tests.Recording.EventLog;

public sealed class EventLogComparerTests
{
    [Fact]
    public void Equal_logs_have_no_difference() => Assert.Null(EventLogs.Compare(Log(20), Log(20)));

    [Fact]
    public void Names_the_first_event_that_differs_its_fields_and_the_events_before()
    {
        EventDifference? difference = EventLogs.Compare(Log(20), Log(20, changedAt: 12), before: 2);

        Assert.NotNull(difference);
        Assert.Equal(12, difference.Number);
        Assert.Equal(["seq"], difference.Fields);
        Assert.Equal(Log(20)[9..11], difference.Before);
        Assert.Equal(Log(20)[11], difference.Left);
        Assert.Equal(Log(20, changedAt: 12)[11], difference.Right);
        Assert.StartsWith(
            "The first difference is at event 12, 0.000000012 s, sent at link/client-server/forward, packet 12: seq differs.\n  before  {\"n\":10,",
            difference.Describe());
    }

    [Fact]
    public void A_log_that_ends_earlier_differs_at_its_end()
    {
        EventDifference? difference = EventLogs.Compare(Log(5), Log(8));

        Assert.Equal(6, difference!.Number);
        Assert.Null(difference.Left);
        Assert.Empty(difference.Fields);
        Assert.Contains("the first run has no more events", difference.Describe());
        Assert.Contains("the second run has no more events", EventLogs.Compare(Log(8), Log(5))!.Describe());
    }

    [Fact]
    public void Other_bytes_in_the_same_packet_are_said_to_be_just_that()
    {
        EventDifference? difference = EventLogs.Compare(Log(5, payload: "abc"), Log(5, payload: "abd"));

        Assert.True(difference!.IsPayloadOnly);
        Assert.Contains("event 1, 0.000000001 s, sent at link/client-server/forward, packet 1: the same packet carries other bytes.", difference.Describe());
    }

    [Fact]
    public void A_field_that_only_one_side_has_is_named()
    {
        EventDifference? difference = EventLogs.Compare(Log(5, payload: "x"), Log(5));

        Assert.Equal(["len", "payload", "hash"], difference!.Fields);
    }

    [Fact]
    public void Files_that_are_no_logs_are_compared_as_text()
    {
        EventDifference? difference = EventLogs.Compare(["a", "{", "c"], ["a", "{", "d"]);

        Assert.Equal(3, difference!.Number);
        Assert.Equal(["a", "{"], difference.Before);
        Assert.Contains("event 3: the lines differ.", difference.Describe());
    }

    private static string[] Log(int events, int changedAt = 0, string payload = "") => EventLogs.Of(run =>
    {
        for (int i = 1; i <= events; i++)
        {
            run.At(i).Raise(PacketEventKind.Sent, run.Forward, run.Tcp(payload, i == changedAt ? 999 : (uint)i));
        }
    });
}
