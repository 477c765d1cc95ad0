using Wavetank.Devices;
using Wavetank.Scenarios.Running;
using Wavetank.Scenarios.Tests.Support;
using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Tests.Building;

public sealed class TcpKeysTests
{
    private const string Transfer = """
        devices:
          server: { kind: host }
          client: { kind: host, congestion-control: bbr, ecn: on, minimum-rto: 50ms, send-buffer: 64KiB, receive-buffer: 32KiB }
        links: [{ between: [client, server], delay: 10ms }]
        applications:
          - { on: server, run: bulk-receiver, port: 9, congestion-control: dctcp }
          - { on: client, run: bulk-sender, to: "server:9", size: 1MB }
          - { on: client, run: bulk-sender, name: other, to: "server:9", size: 1MB, congestion-control: reno, no-delay: on, send-buffer: 8KiB }
        """;

    [Fact]
    public void A_hosts_keys_are_set_on_the_host()
    {
        using var run = new ScenarioRun(Lab.Parse(Transfer));
        HostTcp tcp = ((Host)run.Network.FindDevice("client")).Tcp;

        Assert.Equal("bbr", tcp.CongestionControl);
        Assert.Equal(EcnMode.Request, tcp.Ecn);
        Assert.Equal(TimeSpan.FromMilliseconds(50), tcp.MinimumRto);
        Assert.Equal(65_536, tcp.SendBufferSize);
        Assert.Equal(32_768, tcp.ReceiveBufferSize);
    }

    [Fact]
    public void An_applications_keys_go_before_its_hosts()
    {
        using var run = new ScenarioRun(Lab.Parse(Transfer));
        run.Execute();

        Assert.Equal(
            ["bbr", "dctcp", "dctcp", "reno"],
            run.Network.TcpFlows.Select(flow => flow.Info.CongestionControl).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ecn: on", "ecn: yes", "devices.client.ecn: \"yes\" is not a known ECN mode (known: accept, on, off)")]
    [InlineData("no-delay: on", "no-delay: true", "applications[2].no-delay: \"true\" is neither on nor off; write one of the two")]
    [InlineData("minimum-rto: 50ms", "minimum-rto: 1h", "devices.client.minimum-rto: \"1h\" is out of range; 1us to 2min is right")]
    public void Wrong_values_are_reported(string old, string replacement, string problem) =>
        Assert.EndsWith(problem, Assert.Single(Lab.Problems(Transfer.Replace(old, replacement, StringComparison.Ordinal))), StringComparison.Ordinal);
}
