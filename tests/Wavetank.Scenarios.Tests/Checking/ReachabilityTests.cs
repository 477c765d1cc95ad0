using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

public sealed class ReachabilityTests
{
    private static string[] PingFromAToB(string links) => Lab.Problems(
        "devices: { a: { kind: host }, b: { kind: host }, h: { kind: host }, r: { kind: router }, s: { kind: router } }\n"
        + $"links: {links}\napplications: [{{ on: a, run: ping, to: b }}]\n");

    [Theory]
    [InlineData("[{ between: [a, b] }]")]
    [InlineData("[{ between: [a, r] }, { between: [r, b] }]")]
    [InlineData("[{ between: [a, r] }, { between: [s, r] }, { between: [s, b] }]")]
    public void Destination_is_reached_over_a_link_or_over_routers(string links) =>
        Assert.Empty(PingFromAToB(links));

    [Theory]
    [InlineData("[]")]
    [InlineData("[{ between: [a, h] }, { between: [h, b] }]")]
    [InlineData("[{ between: [a, r] }, { between: [s, b] }]")]
    [InlineData("[{ between: [r, s] }]")]
    public void Destination_without_a_path_is_a_problem(string links) =>
        Assert.Equal(
            ["lab.yaml:3:40: applications[0].to: \"b\" cannot be reached from \"a\": no links lead there, directly or over routers or switches"],
            PingFromAToB(links));

    [Fact]
    public void Router_is_a_destination_too() =>
        Assert.Empty(Lab.Problems(
            "devices: { a: { kind: host }, r: { kind: router }, s: { kind: router } }\n"
            + "links: [{ between: [a, r] }, { between: [r, s] }]\napplications: [{ on: a, run: ping, to: s }]\n"));

    [Fact]
    public void Host_alone_talks_to_itself() =>
        Assert.Empty(Lab.Problems(
            "devices: { a: { kind: host } }\napplications:\n  - { on: a, run: tcp-echo-server, port: 5000 }\n"
            + "  - { on: a, run: tcp-echo-client, to: localhost:5000 }\n  - { on: a, run: ping, to: a }\n"));
}
