using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

/// <summary>Mistakes in applications: what is replaced in a right scenario, by what, and the one line that a user then reads.</summary>
public sealed class ApplicationMistakeTests
{
    [Theory]
    [InlineData("on: server", "on: sever",
        "lab.yaml:17:11: applications[0].on: \"sever\" is not a known device; did you mean \"server\"? (known: server, client, core, client-1, client-2, client-3)")]
    [InlineData("on: server", "on: core",
        "lab.yaml:17:11: applications[0].on: \"core\" is a router; applications run on hosts")]
    [InlineData("run: tcp-echo-server", "run: tcp-echo-sever",
        "lab.yaml:17:24: applications[0].run: \"tcp-echo-sever\" is not a known application; did you mean \"tcp-echo-server\"? (known: tcp-echo-server, tcp-echo-client, udp-echo-server, udp-echo-client, bulk-receiver, bulk-sender, ping, dns-server, dns-client, request-server, request-client, udp-sink, udp-sender, voice-receiver, voice-caller, web-server, web-client, video-client, traceroute, path-mtu-probe, …)")]
    [InlineData("port: 5000", "port: 70000",
        "lab.yaml:17:47: applications[0].port: \"70000\" is out of range; 1 to 65535 is right")]
    [InlineData(", port: 5000", "",
        "lab.yaml:17:5: applications[0]: lacks the key \"port\"; write, for example, port: 5000")]
    [InlineData("port: 5000", "prot: 5000",
        "lab.yaml:17:41: applications[0].prot: \"prot\" is not a known key; did you mean \"port\"? (known: on, run, name, start, port, congestion-control, no-delay, send-buffer, receive-buffer)")]
    [InlineData("\"server:5000\"", "server",
        "lab.yaml:18:45: applications[1].to: \"server\" has no port; write server:5000, or whichever port it listens on")]
    [InlineData("\"server:5000\"", "sever:5000",
        "lab.yaml:18:45: applications[1].to: \"sever\" is not a known device; did you mean \"server\"? (known: server, client, core, client-1, client-2, client-3)")]
    [InlineData("\"server:5000\"", "client:5000",
        "lab.yaml:18:45: applications[1].to: \"client\" is a group of 3; name one of its members, such as client-1:5000")]
    [InlineData("\"server:5000\"", "server:0",
        "lab.yaml:18:45: applications[1].to: \"server:0\" has no right port; a port is 1 to 65535, such as server:5000")]
    [InlineData("size: 64B", "size: 64",
        "lab.yaml:18:66: applications[1].size: \"64\" has no unit; write 64B (units: B, KB, KiB, MB, MiB, GB, GiB, TB, TiB)")]
    [InlineData("count: 1000", "count: 1.5",
        "lab.yaml:18:78: applications[1].count: \"1.5\" is not a whole number; write digits alone, such as 10")]
    [InlineData("exponential(10ms)", "exponental(10ms)",
        "lab.yaml:18:91: applications[1].think: \"exponental\" is not a known distribution; did you mean \"exponential\"? (known: constant, uniform, exponential, normal, lognormal, pareto, empirical)")]
    public void Mistake_is_reported_once_with_place_and_remedy(string old, string replacement, string expected) =>
        Assert.Equal([expected], Lab.ProblemsAfter(old, replacement));
}
