using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Building;

public sealed class BuilderTests
{
    [Fact]
    public void Groups_become_devices_links_and_programs_of_their_own()
    {
        BuiltScenario built = Build(Lab.Good);

        Assert.Equal(["server", "client-1", "client-2", "client-3", "core"], built.Network.Devices.Select(device => device.Name));
        Assert.IsType<Router>(built.Network.FindDevice("core"));
        Assert.IsType<Host>(built.Network.FindDevice("client-2"));
        Assert.Equal(["client-1-core", "client-2-core", "client-3-core", "core-server"], built.Network.Links.Select(link => link.Name));
        Assert.Equal(
            ["server/tcp-echo-server", "client-1/tcp-echo-client", "client-2/tcp-echo-client", "client-3/tcp-echo-client"],
            built.Network.Simulator.Programs.All.Select(program => $"{program.Host}/{program.Name}"));
    }

    [Fact]
    public void A_link_gets_the_conditions_of_each_direction()
    {
        Link link = Build("""
            devices: { a: { kind: host }, b: { kind: host } }
            links:
              - between: [a, b]
                rate: 1.5Mbps
                delay: 20ms
                jitter: 100ns
                loss: 0.1%
                duplicate: 1%
                reorder: 2%
                corrupt: 3%
                mtu: 576B
                forward: { delay: 30ms, queue: { kind: fifo, limit: 64KB } }
                backward: { rate: 64kbps, queue: { limit: 7 packets } }
            applications: [{ on: a, run: ping, to: b }]
            """).Network.Links.Single();

        LinkOptions common = new()
        {
            Rate = new DataRate(1_500_000),
            Delay = TimeSpan.FromMilliseconds(20),
            Jitter = TimeSpan.FromTicks(1),
            Loss = 0.001,
            Duplicate = 0.01,
            Reorder = 0.02,
            Corrupt = 0.03,
            Mtu = 576,
        };
        Assert.Equal(common with { Delay = TimeSpan.FromMilliseconds(30), Queue = QueueOptions.Bytes(64_000) }, link.Forward);
        Assert.Equal(common with { Rate = new DataRate(64_000), Queue = QueueOptions.Packets(7) }, link.Backward);
    }

    [Fact]
    public void An_application_starts_at_its_time()
    {
        using var run = new Scenarios.Running.ScenarioRun(Lab.Parse(Runs.TwoHosts + """
            applications: [{ on: client, run: ping, to: server, count: 1, start: 2s }]
            """));

        Assert.Equal(2_020_000_000, run.Execute().LastEvent.Nanoseconds);
    }

    [Theory]
    [InlineData("delay: 20ms", "delay: 50ns", "lab.yaml:12:12: links[1].delay: \"50ns\" is not a whole number of 100ns, which timers count in; write 0ms or 100ns")]
    [InlineData("jitter: 2ms", "jitter: 150ns", "lab.yaml:13:13: links[1].jitter: \"150ns\" is not a whole number of 100ns, which timers count in; write 100ns or 200ns")]
    [InlineData("exponential(10ms)", "exponential(1.23456789s)", "which timers count in; write 1234567.8us or 1234567.9us")]
    public void A_duration_that_no_timer_can_count_is_a_problem(string old, string replacement, string problem)
    {
        string only = Assert.Single(Lab.ProblemsAfter(old, replacement));

        Assert.EndsWith(problem, only, StringComparison.Ordinal);
    }

    private static BuiltScenario Build(string text) => ScenarioBuilder.Build(Lab.Parse(text));
}
