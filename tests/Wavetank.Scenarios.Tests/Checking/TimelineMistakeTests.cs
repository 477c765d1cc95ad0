using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

/// <summary>Mistakes in the timeline: what is replaced in a right scenario, by what, and the one line that a user then reads.</summary>
public sealed class TimelineMistakeTests
{
    [Theory]
    [InlineData("cut: client-2-core", "cut: client-9-core",
        "lab.yaml:21:21: timeline[1].cut: \"client-9-core\" is not a known link; did you mean \"client-1-core\"? (known: client-core, core-server, client-1-core, client-2-core, client-3-core)")]
    [InlineData("cut: client-2-core", "partition: [client-1, server]",
        "lab.yaml:21:16: timeline[1].partition: \"partition\" is not a known action (known: set, cut)")]
    [InlineData("cut: client-2-core", "crash: server, restart-after: 3s",
        "lab.yaml:21:16: timeline[1].crash: \"crash\" is not a known action (known: set, cut)")]
    [InlineData("at: 20s, ", "",
        "lab.yaml:20:5: timeline[0]: lacks the key \"at\"; write, for example, at: 50ms")]
    [InlineData("loss: 5%, for", "for",
        "lab.yaml:20:5: timeline[0]: changes nothing; set takes at least one of rate, delay, jitter, keep-order, loss, duplicate, reorder, corrupt, slot, limit, schedule, rules")]
    [InlineData("loss: 5%, for: 10s", "loss: 5%, for: 0s",
        "lab.yaml:20:49: timeline[0].for: \"0s\" is out of range; 100ns or more is right")]
    [InlineData("cut: client-2-core", "cut: client-2-core, loss: 1%",
        "lab.yaml:21:36: timeline[1].loss: \"loss\" is not a known key (known: at, for, cut)")]
    [InlineData("cut: client-2-core", "cut: client-2-core, set: core-server",
        "lab.yaml:21:36: timeline[1].set: an entry does one thing, and this one does cut already; write set as an entry of its own")]
    [InlineData("at: 40s, cut: client-2-core", "at: 40s",
        "lab.yaml:21:5: timeline[1]: does nothing; write an action (known: set, cut) such as cut: client-server")]
    [InlineData("at: 40s", "at: 60s",
        "lab.yaml:21:11: timeline[1].at: \"60s\" is not before the end of the run, \"60s\", so it would never happen; write an earlier time or a longer duration")]
    public void Mistake_is_reported_once_with_place_and_remedy(string old, string replacement, string expected) =>
        Assert.Equal([expected], Lab.ProblemsAfter(old, replacement));

    [Fact]
    public void A_duration_that_an_override_cuts_short_is_no_mistake() =>
        Assert.Empty(Lab.Problems(Lab.Good, "duration=10s"));

    [Fact]
    public void An_application_that_starts_after_the_end_is_a_mistake() =>
        Assert.StartsWith(
            "lab.yaml:17:60: applications[0].start: \"2min\" is not before the end of the run",
            Assert.Single(Lab.ProblemsAfter("port: 5000 }", "port: 5000, start: 2min }")), StringComparison.Ordinal);
}
