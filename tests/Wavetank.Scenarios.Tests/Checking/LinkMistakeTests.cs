using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

/// <summary>Mistakes in links: what is replaced in a right scenario, by what, and the one line that a user then reads.</summary>
public sealed class LinkMistakeTests
{
    [Theory]
    [InlineData("[core, server]", "[core, sever]",
        "lab.yaml:10:21: links[1].between[1]: \"sever\" is not a known device; did you mean \"server\"? (known: server, client, core, client-1, client-2, client-3)")]
    [InlineData("[core, server]", "[core]",
        "lab.yaml:10:14: links[1].between: takes the names of two devices such as [client, server], not a list of 1")]
    [InlineData("[core, server]", "core",
        "lab.yaml:10:14: links[1].between: takes the names of two devices such as [client, server], not \"core\"")]
    [InlineData("[core, server]", "[core, core]",
        "lab.yaml:10:21: links[1].between: joins \"core\" to itself; a link joins two devices (a host reaches itself as localhost)")]
    [InlineData("[client, core]", "[client, client-1]",
        "lab.yaml:9:25: links[0].between: joins a member of \"client\" to itself; a link joins two devices")]
    [InlineData("rate: 100Mbps", "rate: 100",
        "lab.yaml:11:11: links[1].rate: \"100\" has no unit; write 100Mbps (units: bps, kbps, Mbps, Gbps, Tbps)")]
    [InlineData("rate: 100Mbps", "rate: 0bps",
        "lab.yaml:11:11: links[1].rate: \"0bps\" is out of range; 1bps or more is right")]
    [InlineData("loss: 0.1%", "loss: 5",
        "lab.yaml:14:11: links[1].loss: \"5\" is more than 1; a probability is 0 to 1, or 0% to 100% (did you mean 5%?)")]
    [InlineData("loss: 0.1%", "los: 5%",
        "lab.yaml:14:5: links[1].los: \"los\" is not a known key; did you mean \"loss\"? (known: between, name, preset, path-inflation, rate, delay, jitter, keep-order, loss, loss-ecn, duplicate, reorder, corrupt, slot, limit, schedule, rules, cost, queue, mtu, …)")]
    [InlineData("queue: { kind: fifo, limit: 64KB }", "queue: codle",
        "lab.yaml:15:12: links[1].queue: \"codle\" is not a known queue; did you mean \"codel\"? (known: fifo, head-drop, priority, drr, red, codel, fq-codel, pie, shaper, policer); write a queue, or a mapping such as { kind: fifo, limit: 100 packets }")]
    [InlineData("kind: fifo", "kind: fqcodel",
        "lab.yaml:15:20: links[1].queue.kind: \"fqcodel\" is not a known queue; did you mean \"fq-codel\"? (known: fifo, head-drop, priority, drr, red, codel, fq-codel, pie, shaper, policer)")]
    [InlineData("queue: { kind: fifo, limit: 64KB }", "queue: shaper",
        "lab.yaml:15:12: links[1].queue: the queue \"shaper\" needs the key \"rate\"; write { kind: shaper, rate: 10Mbps }")]
    [InlineData("queue: { kind: fifo, limit: 64KB }", "queue: { kind: red, min: 90KB }",
        "lab.yaml:15:12: links[1].queue: max is 90KB, but must be more than min, which is 90KB")]
    [InlineData("queue: { kind: fifo, limit: 64KB }", "queue: { kind: shaper, rate: 1Mbps, limit: 64KB, latency: 50ms }",
        "lab.yaml:15:48: links[1].queue.limit: latency says how much the queue holds; write one of limit and latency")]
    [InlineData("queue: { kind: fifo, limit: 64KB }", "queue: { kind: fq-codel, limit: 64KB }",
        "lab.yaml:15:37: links[1].queue.limit: limit takes packets, such as 10240 packets; a limit in bytes is memory-limit")]
    [InlineData("limit: 64KB", "limt: 64KB",
        "lab.yaml:15:26: links[1].queue.limt: \"limt\" is not a known key; did you mean \"limit\"? (known: kind, limit)")]
    [InlineData("loss: 0.1%", "mtu: 60B",
        "lab.yaml:14:10: links[1].mtu: \"60B\" is out of range; 68B to 65535B is right")]
    [InlineData("loss: 0.1%", "forward: { rate: 1Mbps, preset: lan }",
        "lab.yaml:14:29: links[1].forward.preset: \"preset\" is not a known key (known: rate, delay, jitter, keep-order, loss, loss-ecn, duplicate, reorder, corrupt, slot, limit, schedule, rules, cost, queue, mtu)")]
    [InlineData("loss: 0.1%", "loss: 0.1%\n    loss: 0.2%",
        "lab.yaml:15:5: links[1].loss: the key \"loss\" is here twice; the first is at line 14, column 5")]
    public void Mistake_is_reported_once_with_place_and_remedy(string old, string replacement, string expected) =>
        Assert.Equal([expected], Lab.ProblemsAfter(old, replacement));
}
