using Wavetank.Devices;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;
using Wavetank.Stack.Tcp.Congestion;

namespace Wavetank.Architecture.Tests.PlugPoints;

/// <summary>A congestion control from outside: this project sees nothing but the public API.</summary>
public sealed class OwnCongestionControlTests
{
    private const string Transfer = """
        duration: 60s
        time-series: 100ms
        devices: { client: { kind: host }, server: { kind: host } }
        links:
          - { between: [client, server], rate: 20Mbps, delay: 20ms, loss: 0%, queue: { kind: fifo, limit: 80 packets } }
        applications:
          - { on: server, run: bulk-receiver, port: 9 }
          - { on: client, run: bulk-sender, to: "server:9", size: 60MB, congestion-control: vegas }
        """;

    static OwnCongestionControlTests()
    {
        CongestionControls.Add("vegas", "Keeps two to four segments in queues (Brakmo, Peterson 1995).", () => new Vegas());
        CongestionControls.Add("metronome", "Sends at 8 Mbit/s, whatever happens.", () => new Metronome());
        CongestionControls.Add("stuck", "Returns what is wrong.", () => new Stuck());
    }

    [Fact]
    public void A_scenario_names_it_and_it_controls_the_window()
    {
        ScenarioResult vegas = Run(Transfer);
        ScenarioResult reno = Run(Transfer.Replace("vegas", "reno", StringComparison.Ordinal));

        // Reno fills the queue until it overflows; Vegas keeps four segments in it at most, once its slow start is over, and the link as busy.
        Assert.True(Retransmissions(reno) > 0);
        Assert.Equal(0, Retransmissions(vegas));
        FlowResult flow = vegas.Flows.Single(flow => flow.Bytes > 1_000_000);
        Assert.InRange(flow.Goodput, 18_000_000, 19_500_000);
        Assert.All(flow.Samples.SkipLast(1).TakeLast(50), sample => Assert.InRange(sample.Cwnd, 67, 74));
    }

    [Fact]
    public void The_same_seed_gives_the_same_run() =>
        Assert.Equal(Run(Transfer).Digest, Run(Transfer).Digest);

    [Fact]
    public void It_survives_loss() =>
        Assert.Equal(60_000_000, Run(Transfer.Replace("loss: 0%", "loss: 0.1%", StringComparison.Ordinal)).Flows.Max(flow => flow.Bytes));

    [Theory]
    [InlineData("0%")]
    [InlineData("1%")]
    public void One_that_owns_the_window_sends_at_its_own_rate_also_through_loss(string loss)
    {
        FlowResult flow = Run(Transfer.Replace("vegas", "metronome", StringComparison.Ordinal).Replace("loss: 0%", $"loss: {loss}", StringComparison.Ordinal))
            .Flows.Single(flow => flow.Bytes > 1_000_000);

        // A million bytes a second, headers included: 1448 of 1500 are payload.
        Assert.All(flow.Samples.SkipLast(1).TakeLast(50), sample => Assert.Equal(1_000_000, sample.PacingRate));
        Assert.InRange(flow.Goodput / (8e6 * 1448 / 1500), 0.97, 1.001);
    }

    [Fact]
    public void A_host_names_it()
    {
        using var net = new Network();
        Host host = net.AddHost("host");

        host.Tcp.CongestionControl = "vegas";

        Assert.Equal("vegas", host.Tcp.CongestionControl);
        Assert.Contains("vegas", HostTcp.CongestionControls.Select(row => row.Name));
        Assert.Contains("vegas", ScenarioTables.CongestionControls.Names);
    }

    [Theory]
    [InlineData("cubic", "There is a congestion control 'cubic' already: ")]
    [InlineData("vegas", "There is a congestion control 'vegas' already: Keeps two to four")]
    [InlineData("Mine", "'Mine' cannot name a congestion control: 1 to 15 lower-case letters")]
    [InlineData("", "'' cannot name")]
    [InlineData("sixteen-letters-", "'sixteen-letters-' cannot name")]
    public void A_wrong_name_is_refused(string name, string message)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => CongestionControls.Add(name, "Mine.", () => new Vegas()));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_in_a_scenario_is_told_with_a_suggestion()
    {
        ScenarioException error = Assert.Throws<ScenarioException>(() => Run(Transfer.Replace("control: vegas", "control: vega", StringComparison.Ordinal)));

        Assert.Contains("vegas", Assert.Single(error.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_window_ends_the_run_and_says_whose_it_is()
    {
        using var run = new ScenarioRun(ScenarioFile.Parse(
            Transfer.Replace("vegas", "stuck", StringComparison.Ordinal).Replace("loss: 0%", "loss: 1%", StringComparison.Ordinal), "lab.yaml"));

        Exception error = Assert.ThrowsAny<Exception>(run.Execute);

        Assert.Contains("Congestion control 'stuck': OnCongestion returned 0 segments; 2 or more is right.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_shows_the_class_as_it_is_compiled()
    {
        string guide = File.ReadAllText(Repository.PathOf("docs", "guides", "congestion-controls.md"));
        string source = File.ReadAllText(Repository.PathOf("tests", "Wavetank.Architecture.Tests", "PlugPoints", "Vegas.cs"));

        Assert.Contains($"```csharp\n{source.Replace("namespace Wavetank.Architecture.Tests.PlugPoints;\n\n", "", StringComparison.Ordinal)}```", guide, StringComparison.Ordinal);
    }

    private static ScenarioResult Run(string scenario)
    {
        using var run = new ScenarioRun(ScenarioFile.Parse(scenario, "lab.yaml"));
        return run.Execute();
    }

    private static long Retransmissions(ScenarioResult result) => result.Flows.Sum(flow => flow.Retransmissions);

    private sealed class Metronome : CustomCongestionControl
    {
        public override bool OwnsWindow => true;

        public override void OnEstablished(CongestionContext connection) => connection.PacingRate = 1_000_000;

        public override void OnAcknowledgment(CongestionContext connection, in AcknowledgmentSample acknowledgment) => connection.Window = 200;

        public override int OnCongestion(CongestionContext connection, CongestionSignal signal) => connection.SlowStartThreshold;
    }

    private sealed class Stuck : CustomCongestionControl
    {
        public override void OnAcknowledgment(CongestionContext connection, in AcknowledgmentSample acknowledgment) =>
            connection.SlowStart(acknowledgment.Delivered);

        public override int OnCongestion(CongestionContext connection, CongestionSignal signal) => 0;
    }
}
