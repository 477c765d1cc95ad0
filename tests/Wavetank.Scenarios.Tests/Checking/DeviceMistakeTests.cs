using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

/// <summary>Mistakes in devices: what is replaced in a right scenario, by what, and the one line that a user then reads.</summary>
public sealed class DeviceMistakeTests
{
    [Theory]
    [InlineData("{ kind: host }", "{ kind: hots }",
        "lab.yaml:5:19: devices.server.kind: \"hots\" is not a known kind of device; did you mean \"host\"? (known: host, router, nat, firewall, switch)")]
    [InlineData("{ kind: host }", "host",
        "lab.yaml:5:11: devices.server: takes a mapping such as { kind: host }, not \"host\"")]
    [InlineData("{ kind: host }", "{ }",
        "lab.yaml:5:11: devices.server: lacks the key \"kind\"; write, for example, kind: host")]
    [InlineData("count: 3", "count: 0",
        "lab.yaml:6:32: devices.client.count: \"0\" is out of range; 1 to 10000 is right")]
    [InlineData("count: 3", "count: three",
        "lab.yaml:6:32: devices.client.count: \"three\" is not a whole number; write digits alone, such as 10")]
    [InlineData("count: 3", "cuont: 3",
        "lab.yaml:6:25: devices.client.cuont: \"cuont\" is not a known key; did you mean \"count\"? (known: kind, count, place, name-servers, routes, congestion-control, ecn, minimum-rto, send-buffer, receive-buffer)")]
    [InlineData("server: { kind: host }", "server: { kind: host, congestion-control: brr }",
        "lab.yaml:5:45: devices.server.congestion-control: \"brr\" is not a known congestion control; did you mean \"bbr\"? (known: cubic, reno, bbr, dctcp)")]
    [InlineData("kind: router", "kind: router, ecn: on", "lab.yaml:7:25: devices.core.ecn: \"ecn\" is not a known key (known: kind, count, place, routes, equal-cost-paths, convergence-delay)")]
    [InlineData("count: 3 }", "count: 3, name-servers: [server, severs] }",
        "lab.yaml:6:58: devices.client.name-servers[1]: \"severs\" is not a known device; did you mean \"server\"? (known: server, client, core, client-1, client-2, client-3)")]
    [InlineData("count: 3 }", "count: 3, name-servers: core }",
        "lab.yaml:6:49: devices.client.name-servers: \"core\" is a router; name servers run on hosts")]
    [InlineData("count: 3 }", "count: 3, name-servers: [\"server:53\"] }",
        "lab.yaml:6:50: devices.client.name-servers[0]: \"server:53\" has a port, and none is needed here; write server")]
    [InlineData("count: 3 }", "count: 3, name-servers: [{ a: b }] }",
        "lab.yaml:6:50: devices.client.name-servers[0]: takes a list such as [server], not a mapping")]
    [InlineData("{ kind: router }", "{ kind: router, name-servers: [server] }",
        "lab.yaml:7:25: devices.core.name-servers: \"name-servers\" is not a known key (known: kind, count, place, routes, equal-cost-paths, convergence-delay)")]
    [InlineData("{ kind: host }", "{ kind: host, name-servers: [client] }",
        "lab.yaml:5:40: devices.server.name-servers[0]: \"client\" is a group of 3; name one of its members, such as client-1")]
    [InlineData("server: { kind: host }", "Server: { kind: host }",
        "lab.yaml:5:3: devices.Server: \"Server\" is not a name; write lower-case letters, digits and hyphens, beginning with a letter, such as server")]
    public void Mistake_is_reported_once_with_place_and_remedy(string old, string replacement, string expected) =>
        Assert.Equal([expected], Lab.ProblemsAfter(old, replacement));
}
