using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

public sealed class SwitchTests
{
    private const string Devices =
        "devices: { a: { kind: host }, b: { kind: host, count: 3 }, r: { kind: router }, s: { kind: switch }, t: { kind: switch }, u: { kind: switch } }\n";

    private static string[] Problems(string links, string to = "b-2") =>
        Lab.Problems($"{Devices}links: {links}\napplications: [{{ on: a, run: ping, to: {to} }}]\n");

    [Theory]
    [InlineData("[{ between: [a, s] }, { between: [b, s] }]")]
    [InlineData("[{ between: [a, s] }, { between: [s, t] }, { between: [b, t] }]")]
    [InlineData("[{ between: [a, s] }, { between: [s, r] }, { between: [r, t] }, { between: [b, t] }]")]
    public void Hosts_reach_each_other_over_switches(string links) => Assert.Empty(Problems(links));

    [Theory]
    [InlineData("[{ between: [a, s] }, { between: [s, t] }, { between: [b, t] }, { between: [t, s], name: again }]", 72)]
    [InlineData("[{ between: [a, s] }, { between: [s, t] }, { between: [t, u] }, { between: [u, s] }, { between: [b, t] }]", 72)]
    public void A_ring_of_switches_is_a_problem(string links, int column)
    {
        string problem = Assert.Single(Problems(links));

        Assert.StartsWith($"lab.yaml:2:{column}: links[3]: closes a ring of switches, which have no spanning tree", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_router_breaks_a_ring() =>
        Assert.Empty(Problems("[{ between: [a, s] }, { between: [b, s] }, { between: [s, t] }, { between: [t, r] }, { between: [r, s] }]"));

    [Fact]
    public void A_switch_has_no_address() => Assert.Equal(
        ["lab.yaml:3:40: applications[0].to: \"s\" is a switch, which has no address; name a host or a router"],
        Problems("[{ between: [a, s] }, { between: [b, s] }]", "s"));
}
