using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Running;

/// <summary>A scan against what a firewall, and two listening ports, are known to say.</summary>
public sealed class PortScanTests
{
    private const string Guarded = """
        devices: { a: { kind: host }, b: { kind: host }, wall: { kind: firewall, rules: ["deny tcp to b port 30-39", "reject tcp to b port 50", allow any] } }
        links: [{ between: [wall, a], delay: 5ms }, { between: [wall, b], delay: 5ms }]
        applications:
          - { on: b, run: tcp-echo-server, port: 22 }
          - { on: b, run: web-server, port: 80 }

        """;

    [Fact]
    public void Each_port_is_open_closed_or_filtered_as_it_is()
    {
        ScenarioResult result = Runs.Execute(Guarded + """
              - { on: a, run: port-scan, to: b, ports: [20-49, 50, 80, 65535] }
            expect: [port-scan.count == 33, port-scan.open == 2, port-scan.closed == 21, port-scan.filtered == 10, port-scan.errors == 0, port-scan.round-trip.max == 20ms]
            """);

        ApplicationTests.Held(result);
        Assert.Equal(
            ["20-21 closed 2", "22 open 1", "23-29 closed 7", "30-39 filtered 10", "40-50 closed 11", "80 open 1", "65535 closed 1"],
            Rows(result));
    }

    [Fact]
    public void It_takes_as_long_as_the_silent_ports_by_those_that_are_tried_at_once()
    {
        ScenarioResult result = Runs.Execute(Guarded + """
              - { on: a, run: port-scan, to: b, ports: 30-39, parallel: 4, timeout: 500ms }
            """);

        Assert.Equal(["30-39 filtered 10"], Rows(result));

        // Ten by fours: three times half a second.
        Assert.Equal(1.5, result.LastEvent.TotalSeconds, 0.1);
    }

    [Fact]
    public void A_host_that_nobody_can_reach_is_filtered_and_one_without_a_name_an_error()
    {
        ScenarioResult result = Runs.Execute(Guarded + """
              - { on: a, run: port-scan, to: b, ports: 22 }
              - { on: b, run: port-scan, name: nameless, to: a, ports: 22 }
            timeline: [{ at: 0s, cut: wall-b }, { at: 0s, fail-names: b }]
            """);

        Assert.Equal(1, result.Figures("port-scan").Others["filtered"]);
        Assert.Equal(1, result.Figures("nameless").Errors);
        Assert.Equal(0, result.Figures("nameless").Count);
    }

    [Theory]
    [InlineData("ports: [0]", "\"0\" is no port; write one such as 80, or a range such as 1-1024, of 1 to 65535")]
    [InlineData("ports: 9-8", "\"9-8\" is no port")]
    [InlineData("ports: 1-", "\"1-\" is no port")]
    [InlineData("ports: 1-70000", "\"1-70000\" is no port")]
    public void A_range_that_is_none_is_a_mistake(string ports, string problem) =>
        Assert.Contains(problem, Assert.Single(Lab.Problems(Guarded + $"  - {{ on: a, run: port-scan, to: b, {ports} }}\n")), StringComparison.Ordinal);

    private static IEnumerable<string> Rows(ScenarioResult result) =>
        result.Applications.Single(application => application.Kind.Name == "port-scan").Hosts[0].Rows
            .Select(row => string.Join(' ', row.Select(cell => cell.Text ?? $"{cell.Number}")));
}
