using Wavetank.Packets;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Results;

public sealed class ResultTests
{
    private static readonly ScenarioResult Group = Runs.Execute("""
        devices: { server: { kind: host }, client: { kind: host, count: 3 }, core: { kind: router } }
        links:
          - { between: [client, core], rate: 1Mbps, delay: 10ms }
          - { between: [core, server], delay: 5ms }
        applications:
          - { on: server, run: udp-echo-server, port: 7 }
          - { on: client, run: udp-echo-client, to: "server:7", size: 97B, count: 10 }
        expect:
          - client.count == 30
          - client-2.count == 10
          - client.round-trip.min > 30ms
          - udp-echo-server.bytes == 2910B
          - client-core.packets == 60
          - client-2-core.bytes == 2500B
          - core-server.drops == 0
          - client.errors > 0
        """);

    [Fact]
    public void A_group_is_the_sum_of_its_hosts()
    {
        ApplicationResult clients = Group.Applications[1];

        Assert.Equal(["client-1", "client-2", "client-3"], clients.Hosts.Select(host => host.Host));
        Assert.All(clients.Hosts, host => Assert.Equal((10, 970), (host.Figures.Count, host.Figures.Bytes)));
        Assert.Equal((30, 2910, 30), (clients.Total.Count, clients.Total.Bytes, clients.Total.RoundTrip!.Number));
    }

    [Fact]
    public void A_group_of_links_is_the_sum_of_its_members()
    {
        LinkResult links = Group.Links[0];

        Assert.Equal(("client", "core"), (links.Forward.From, links.Forward.To));
        Assert.Equal(("core", "client"), (links.Backward.From, links.Backward.To));
        Assert.Equal((30, 30 * 125), (links.Forward.Figures.Packets, links.Forward.Figures.Bytes));
        Assert.All(links.Members, member => Assert.Equal((10, 1250), (member.Forward.Figures.Packets, member.Forward.Figures.Bytes)));

        // 125 bytes at 1 Mbit/s take 1 ms; a round trip takes that twice, and 30 ms of delay.
        Assert.Equal(1 / 32.0, links.Forward.Figures.Utilisation, 3);
    }

    [Fact]
    public void Expectations_are_measured_for_whom_they_name() =>
        Assert.Equal(
            ["30 True", "10 True", "32000000 True", "2910 True", "60 True", "2500 True", "0 True", "0 False"],
            Group.Expectations.Select(expectation => $"{expectation.Measured} {expectation.Holds}"));

    [Fact]
    public void What_was_never_measured_does_not_hold()
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + """
            applications: [{ on: client, run: ping, to: server, count: 1 }]
            timeline: [{ at: 0s, cut: client-server }]
            expect: [client.round-trip.max < 1s]
            """);

        ExpectationResult expectation = Assert.Single(result.Expectations);
        Assert.Null(expectation.Measured);
        Assert.False(expectation.Holds);
        Assert.Equal([new DropCount(DropReason.LinkDown, 1)], result.Links[0].Forward.Figures.Drops);
    }

    [Fact]
    public void Means_are_taken_until_the_last_event_of_a_run_that_is_complete()
    {
        const string Scenario = """
            devices: { server: { kind: host }, client: { kind: host } }
            links: [{ between: [client, server], rate: 1Mbps, delay: 15ms }]
            applications:
              - { on: server, run: udp-echo-server, port: 7 }
              - { on: client, run: udp-echo-client, to: "server:7", size: 97B, count: 10 }
            """;

        ScenarioResult complete = Runs.Execute("duration: 60s\n" + Scenario);
        ScenarioResult cut = Runs.Execute("duration: 64ms\n" + Scenario);

        // 125 bytes at 1 Mbit/s take 1 ms; a round trip takes that twice, and 30 ms of delay.
        Assert.Equal((320_000_000, 60_000_000_000), (complete.MeasuredTime.Nanoseconds, complete.SimulatedTime.Nanoseconds));
        Assert.Equal(1 / 32.0, complete.Links[0].Forward.Figures.Utilisation, 6);
        Assert.Equal((RunOutcome.TimeLimit, 64_000_000), (cut.Outcome, cut.MeasuredTime.Nanoseconds));
    }

    [Fact]
    public void Expectations_can_name_what_the_tables_show()
    {
        ScenarioResult result = Runs.Execute("""
            duration: 60s
            devices: { server: { kind: host }, client: { kind: host } }
            links: [{ between: [client, server], rate: 10Mbps, delay: 10ms, queue: { limit: 20 packets } }]
            applications:
              - { on: server, run: bulk-receiver, port: 9 }
              - { on: client, run: bulk-sender, to: "server:9", size: 5MB }
            timeline: [{ at: 1s, cut: client-server, for: 1s }, { at: 3s, set: client-server, loss: 2%, for: 1s }]
            expect:
              - client-server.utilisation > 20%
              - client-server.mean-queue >= 0.5
              - client-server.largest-queue == 20
              - client-server.drops-queue-full > 0
              - client-server.drops-link-down > 0
              - client-server.drops-link-loss > 0
              - client.retransmissions > 10
              - server.retransmissions == 0
              - client.goodput < 10Mbps
              - client.bytes == 5MB
            """);

        Assert.Equal([], result.Expectations.Where(expectation => !expectation.Holds).Select(e => $"{e.Expectation.Text}: {e.Measured}"));
        DirectionFigures forward = result.Links[0].Forward.Figures;
        Assert.Equal(Math.Round(forward.Utilisation, 6), (double)result.Expectations[0].Measured!.Value);
        Assert.Equal(result.Flows.Where(flow => flow.From.StartsWith("client", StringComparison.Ordinal)).Sum(flow => flow.Retransmissions), result.Expectations[6].Measured);
    }

    [Fact]
    public void Every_metric_of_every_application_and_link_can_be_measured()
    {
        foreach (ApplicationKind kind in ScenarioTables.Applications.Rows)
        {
            string options = string.Join(", ", kind.Options.Where(option => option.IsRequired || kind.OneOf.Take(1).Contains(option))
                .Select(option => $"{option.Name}: \"{option.ValueFormat.Example}\""));
            string expectations = string.Join(", ", kind.Metrics.Select(metric => $"client.{metric}{(metric.HasStatistics ? ".p99" : "")} >= {ZeroOf(metric.Unit)}"));
            string links = string.Join(", ", ScenarioTables.LinkMetrics.Rows.Select(metric => $"client-server.{metric}{(metric.HasStatistics ? ".p99" : "")} >= {ZeroOf(metric.Unit)}"));

            ScenarioResult result = Runs.Execute(
                Runs.TwoHosts + $"applications: [{{ on: client, run: {kind}, {options} }}]\nexpect: [{expectations}, {links}]");

            Assert.Equal(kind.Metrics.Count + ScenarioTables.LinkMetrics.Rows.Count, result.Expectations.Count);
        }
    }

    [Fact]
    public void Flows_tell_what_each_end_of_a_connection_sent()
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + """
            applications:
              - { on: server, run: bulk-receiver, port: 9 }
              - { on: client, run: bulk-sender, to: "server:9", size: 1MB }
            """);

        FlowResult flow = Assert.Single(result.Flows, flow => flow.Bytes > 0);
        Assert.Equal("server:9", flow.To);
        Assert.Equal(1_000_000, flow.Bytes);
        Assert.Equal(0, flow.Retransmissions);
        Assert.InRange(flow.SmoothedRtt!.Value, 20_000_000, 21_000_000);
        Assert.Equal("TIME-WAIT", flow.State);
        Assert.InRange(flow.Goodput, 1_000_000, 1_000_000_000);
        Assert.Single(result.Flows, other => other.From == "server:9" && other.State == "CLOSED");
    }

    [Fact]
    public void Of_very_many_connections_the_last_ten_thousand_are_kept()
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + """
            applications: [{ on: client, run: tcp-echo-client, to: "server:9", count: 10500 }]
            """);

        Assert.Equal(10_000, result.Flows.Count);
        Assert.Equal(500, result.FlowsForgotten);
    }

    [Fact]
    public void A_flow_names_the_congestion_control_of_its_sender()
    {
        ScenarioResult result = Runs.Execute("""
            devices: { server: { kind: host }, client: { kind: host, congestion-control: bbr } }
            links: [{ between: [client, server], delay: 10ms }]
            applications:
              - { on: server, run: bulk-receiver, port: 9 }
              - { on: client, run: bulk-sender, to: "server:9", size: 1000B }
              - { on: client, run: bulk-sender, name: other, to: "server:9", size: 2000B, congestion-control: reno }
            """);

        string Of(long bytes) => result.Flows.Single(flow => flow.Bytes == bytes).CongestionControl;
        Assert.Equal("bbr", Of(1000));
        Assert.Equal("reno", Of(2000));
        Assert.Equal(["cubic", "cubic"], result.Flows.Where(flow => flow.Bytes == 0).Select(flow => flow.CongestionControl));
    }

    [Fact]
    public void Drops_at_devices_carry_their_reason()
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + """
            applications: [{ on: client, run: udp-echo-client, to: "server:9", count: 3 }]
            """);

        DeviceDrops drops = Assert.Single(result.Drops);
        Assert.Equal("server", drops.Device);
        Assert.Equal([new DropCount(DropReason.PortUnreachable, 3)], drops.Drops);
    }

    private static string ZeroOf(MetricUnit unit) => unit switch
    {
        MetricUnit.Duration => "0s",
        MetricUnit.Size => "0B",
        MetricUnit.Rate => "0bps",
        _ => "0",
    };
}
