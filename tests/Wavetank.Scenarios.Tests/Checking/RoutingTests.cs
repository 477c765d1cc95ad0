using Wavetank.Devices;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

/// <summary>Costs, routes, translators and firewalls in a scenario.</summary>
public sealed class RoutingTests
{
    private const string Home = """
        convergence-delay: 1s
        devices:
          server: { kind: host }
          isp: { kind: router, equal-cost-paths: off, routes: 198.51.100.0/24 via home }
          home: { kind: nat, mapping: address-dependent, forwards: [tcp 8080 to laptop-1:80], udp-timeout: 30s }
          wall: { kind: firewall, rules: [allow outward, "allow tcp to laptop port 80", reject udp] }
          laptop: { kind: host, count: 2 }
        links:
          - { between: [home, isp], cost: 5, backward: { cost: 7 } }
          - { between: [server, isp] }
          - { between: [wall, home] }
          - { between: [laptop, wall] }
        applications:
          - { on: server, run: udp-echo-server, port: 7 }
        """;

    [Fact]
    public void What_is_written_is_built()
    {
        Scenario scenario = Lab.Parse(Home);
        using Network network = ScenarioBuilder.Build(scenario).Network;

        Assert.Equal(TimeSpan.FromSeconds(1), network.ConvergenceDelay);
        Assert.False(((Router)network.FindDevice("isp")).UsesEqualCostPaths);
        NatOptions nat = ((Nat)network.FindDevice("home")).Options;
        Assert.Equal((NatBehavior.AddressDependent, TimeSpan.FromSeconds(30), 80), (nat.Mapping, nat.Flows.UdpTimeout, nat.Forwards[0].HostPort));
        Assert.Equal(
            ["allow outward", "allow tcp to laptop-1,laptop-2 port 80", "reject udp"],
            ((Firewall)network.FindDevice("wall")).Options.Rules.Select(rule => rule.ToString()));
        Assert.Equal((5, 7), (scenario.Links[0].ForwardCost, scenario.Links[0].BackwardCost));
    }

    [Theory]
    [InlineData("198.51.100.0/24 via home", "default via server2", "\"server2\" is not a known device")]
    [InlineData("198.51.100.0/24 via home", "default via wall", "\"wall\" is no neighbour of \"isp\"")]
    [InlineData("198.51.100.0/24 via home", "default home", "is not a route; write one such as")]
    [InlineData("laptop-1:80", "laptop-9:80", "\"laptop-9\" is not a known device")]
    [InlineData("tcp 8080 to", "sctp 8080 to", "is not a forwarded port; write one such as")]
    [InlineData("reject udp", "refuse udp", "is not a rule: a rule begins with allow, deny or reject")]
    [InlineData("to laptop port", "to tablet port", "\"tablet\" is not a known device")]
    [InlineData("udp-timeout: 30s", "outside: eth5", "there is no eth5")]
    [InlineData("cost: 5", "cost: 0", "is out of range; 1 to 65535 is right")]
    public void A_mistake_is_reported(string right, string wrong, string message)
    {
        string[] problems = Lab.Problems(Home.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Single(problems), StringComparison.Ordinal);
    }
}
