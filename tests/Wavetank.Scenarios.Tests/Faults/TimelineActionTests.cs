using Wavetank.Devices;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Faults;

/// <summary>What a timeline may do, by what becomes of two hosts that exchange messages.</summary>
public sealed class TimelineActionTests
{
    private const string Echo = """
        duration: 20s
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], delay: 10ms }]
        applications:
          - { on: server, run: udp-echo-server, port: 7 }
          - { on: client, run: udp-echo-client, to: "server:7", size: 8B, count: 10, think: 1s, timeout: 500ms }
        timeline:

        """;

    [Theory]
    [InlineData("partition: [client, server]", "partition client from server")]
    [InlineData("partition: [client], from: [server], one-way: on", "partition client to server")]
    [InlineData("cut: client-server", "cut client-server")]
    [InlineData("crash: server", "crash server")]
    [InlineData("stop: server", "stop server")]
    [InlineData("pause: server", "pause server")]
    public void Messages_are_lost_while_it_lasts_and_come_back_afterwards(string action, string fault)
    {
        ScenarioResult result = Runs.Execute(Echo + $"  - {{ at: 2.5s, {action}, for: 3s }}\n");
        FaultResult only = Assert.Single(result.Faults);
        Assert.Equal(fault, $"{only.Kind} {only.Target}");
        Assert.Equal((2_500_000_000L, 5_500_000_000L), (only.Begin.Nanoseconds, only.End!.Value.Nanoseconds));
        Assert.InRange(result.Figures("udp-echo-client").Errors, 2, 4);
        Assert.InRange(result.Figures("udp-echo-client").Count, 6, 8);
    }

    [Fact]
    public void What_a_partition_holds_arrives_when_it_ends()
    {
        const string text = """
            devices: { server: { kind: host }, client: { kind: host } }
            links: [{ between: [client, server], delay: 10ms }]
            applications:
              - { on: server, run: udp-echo-server, port: 7 }
              - { on: client, run: udp-echo-client, to: "server:7", size: 8B, count: 1, timeout: 10s }
            timeline: [{ at: 0s, partition: [client, server], hold: on, for: 3s }]
            """;
        Assert.Equal(3_010_000_000, Runs.Execute(text).RoundTrip("udp-echo-client", "max"));
    }

    [Fact]
    public void Applications_start_again_with_their_host_and_their_figures_go_on()
    {
        // Of each of the two lives three exchanges: the first is ended after 2.5 s, the second starts after one second.
        const string text = """
            duration: 20s
            devices: { server: { kind: host }, client: { kind: host } }
            links: [{ between: [client, server], delay: 10ms }]
            applications:
              - { on: server, run: udp-echo-server, port: 7 }
              - { on: client, run: udp-echo-client, to: "server:7", size: 8B, count: 3, think: 1s, start: 1s }
            timeline: [{ at: 2.5s, crash: client, for: 1s }]
            """;
        ScenarioResult result = Runs.Execute(text);
        Assert.Equal(5, result.Figures("udp-echo-client").Count);
        Assert.Equal(5, result.Figures("udp-echo-server").Count);
        Assert.Equal(0, result.Figures("udp-echo-client").Errors);

        // 3.5 s, the start's second, and two thoughts of a second between three exchanges of 20 ms.
        Assert.Equal(6_560_000_000, result.LastEvent.Nanoseconds, 50_000_000.0);
    }

    [Fact]
    public void A_group_suffers_as_a_whole()
    {
        const string text = """
            duration: 5s
            devices: { hub: { kind: router }, node: { kind: host, count: 3 } }
            links: [{ between: [node, hub] }]
            applications: [{ on: node, run: udp-echo-server, port: 7 }]
            timeline:
              - { at: 1s, pause: node, for: 1s }
              - { at: 3s, cut: node-hub }
            """;
        Assert.Equal(
            ["pause node-1", "pause node-2", "pause node-3", "cut node-1-hub", "cut node-2-hub", "cut node-3-hub"],
            Runs.Execute(text).Faults.Select(fault => $"{fault.Kind} {fault.Target}"));
    }

    [Theory]
    [InlineData("clock: client, offset: -5s, drift: 100ppm", "clock client offset: -5000ms, drift: 100ppm")]
    [InlineData("fill-listen-queue: \"server:5000\"", "fill-listen-queue server:5000 ")]
    [InlineData("exhaust-ports: client", "exhaust-ports client ")]
    [InlineData("fail-names: client", "fail-names client ")]
    [InlineData("fail-name-server: server", "fail-name-server server failure: silence")]
    [InlineData("fail-name-server: server, failure: servfail", "fail-name-server server failure: servfail")]
    [InlineData("flap: client-server, down: 1s, up: 2s", "flap client-server down: 1000ms, up: 2000ms")]
    [InlineData("set: client-server, loss: 5%, delay: 2ms", "set client-server loss: 5%, delay: 2ms")]
    public void Each_is_in_the_results_with_its_details(string action, string fault)
    {
        FaultResult only = Assert.Single(Runs.Execute(Echo + $"  - {{ at: 2.5s, {action} }}\n").Faults);
        Assert.Equal(fault, $"{only.Kind} {only.Target} {only.Details}");
        Assert.Null(only.End);
    }

    [Fact]
    public void A_clock_is_behind_for_as_long_as_its_entry_says()
    {
        using var run = new ScenarioRun(Lab.Parse(Echo + "  - { at: 2.5s, clock: client, offset: -5s, for: 2s }\n"));
        var client = (Host)run.Network.FindDevice("client");
        List<double> offsets = [];
        foreach (int second in new[] { 2, 3, 4, 5 })
            run.Network.At(TimeSpan.FromSeconds(second), () => offsets.Add(client.Clock.Offset.TotalSeconds));
        run.Execute();
        Assert.Equal([0, -5, -5, 0], offsets);
    }
}
