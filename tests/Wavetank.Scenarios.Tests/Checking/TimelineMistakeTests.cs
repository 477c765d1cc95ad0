using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

/// <summary>Mistakes in the timeline: what is replaced in a right scenario, by what, and the one line that a user then reads.</summary>
public sealed class TimelineMistakeTests
{
    [Theory]
    [InlineData("cut: client-2-core", "cut: client-9-core",
        "lab.yaml:21:21: timeline[1].cut: \"client-9-core\" is not a known link; did you mean \"client-1-core\"? (known: client-core, core-server, client-1-core, client-2-core, client-3-core)")]
    [InlineData("cut: client-2-core", "unplug: [client-1, server]",
        "lab.yaml:21:16: timeline[1].unplug: \"unplug\" is not a known action (known: set, cut, flap, partition, crash, stop, pause, clock, fill-listen-queue, exhaust-ports, fail-names, fail-name-server)")]
    [InlineData("cut: client-2-core", "crash: server, restart-after: 3s",
        "lab.yaml:21:31: timeline[1].restart-after: \"restart-after\" is not a known key (known: at, for, crash)")]
    [InlineData("cut: client-2-core", "crash: srever",
        "lab.yaml:21:23: timeline[1].crash: \"srever\" is not a known device; did you mean \"server\"? (known: server, client, core, client-1, client-2, client-3)")]
    [InlineData("cut: client-2-core", "pause: core",
        "lab.yaml:21:23: timeline[1].pause: \"core\" is a router; this happens to hosts")]
    [InlineData("cut: client-2-core", "partition: [client-1, server, client-2]",
        "lab.yaml:21:27: timeline[1].partition: names 3 and says not from whom; write the other side too, such as partition: [a, b], from: [c], or two names")]
    [InlineData("cut: client-2-core", "partition: [client-1, client-9], from: [server]",
        "lab.yaml:21:38: timeline[1].partition[1]: \"client-9\" is not a known device; did you mean \"client-1\"? (known: server, client, core, client-1, client-2, client-3)")]
    [InlineData("cut: client-2-core", "partition: [client, server], from: [client-2]",
        "lab.yaml:21:27: timeline[1].partition: has \"client-2\" on both sides; leave it out of one")]
    [InlineData("cut: client-2-core", "fill-listen-queue: server",
        "lab.yaml:21:35: timeline[1].fill-listen-queue: \"server\" has no port; write server:5000, or whichever port it listens on")]
    [InlineData("cut: client-2-core", "clock: server",
        "lab.yaml:21:5: timeline[1]: changes nothing; clock takes at least one of offset, drift")]
    [InlineData("cut: client-2-core", "clock: server, drift: 50",
        "lab.yaml:21:38: timeline[1].drift: \"50\" is not a drift; write parts per million, such as 50ppm, or -50ppm for a clock that is too slow")]
    [InlineData("cut: client-2-core", "flap: client-2-core, down: 1s",
        "lab.yaml:21:5: timeline[1]: lacks the key \"up\"; write, for example, up: 50ms")]
    [InlineData("at: 20s, ", "",
        "lab.yaml:20:5: timeline[0]: lacks the key \"at\"; write, for example, at: 50ms")]
    [InlineData("loss: 5%, for", "for",
        "lab.yaml:20:5: timeline[0]: changes nothing; set takes at least one of preset, rate, delay, jitter, keep-order, loss, loss-ecn, duplicate, reorder, corrupt, slot, limit, schedule, rules, queue, mtu, forward, backward")]
    [InlineData("loss: 5%, for: 10s", "loss: 5%, for: 0s",
        "lab.yaml:20:49: timeline[0].for: \"0s\" is out of range; 100ns or more is right")]
    [InlineData("cut: client-2-core", "cut: client-2-core, loss: 1%",
        "lab.yaml:21:36: timeline[1].loss: \"loss\" is not a known key (known: at, for, cut)")]
    [InlineData("cut: client-2-core", "cut: client-2-core, set: core-server",
        "lab.yaml:21:36: timeline[1].set: an entry does one thing, and this one does cut already; write set as an entry of its own")]
    [InlineData("at: 40s, cut: client-2-core", "at: 40s",
        "lab.yaml:21:5: timeline[1]: does nothing; write an action (known: set, cut, flap, partition, crash, stop, pause, clock, fill-listen-queue, exhaust-ports, fail-names, fail-name-server) such as cut: client-server")]
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
