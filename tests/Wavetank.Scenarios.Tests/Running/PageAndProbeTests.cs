using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Running;

public sealed class PageAndProbeTests
{
    // Of small objects each takes a round trip, and each connection's handshake one more. Of twelve objects over six connections the first,
    // which is connected, carries one more than the others in the time of a handshake.
    [Theory]
    [InlineData(0, 6, 2)]
    [InlineData(12, 1, 14)]
    [InlineData(6, 6, 4)]
    [InlineData(12, 6, 5)]
    public void A_page_takes_as_many_round_trips_as_its_connections_allow(int objects, int connections, int roundTrips)
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + $$"""
            applications:
              - { on: server, run: web-server, port: 80 }
              - { on: client, run: web-client, to: "server:80", main: 1KB, objects: {{objects}}, object: 1KB, connections: {{connections}} }
            expect:
              - client.page-load.max == {{roundTrips * 20}}ms
              - client.count == 1
              - server.count == {{objects + 1}}
            """);

        ApplicationTests.Held(result);
    }

    [Fact]
    public void Video_over_a_fast_link_never_stalls_and_reaches_the_highest_bitrate()
    {
        ApplicationFigures player = Play("rate: 100Mbps, delay: 10ms");

        Assert.Equal((60, 0d), (player.Count, player.Others["stalls"]));
        Assert.InRange(player.Others["bitrate"], 1_500_000, 3_000_000);
    }

    [Fact]
    public void Video_over_a_link_that_carries_a_middle_bitrate_settles_there()
    {
        ApplicationFigures player = Play("rate: 1Mbps, delay: 10ms");

        Assert.Equal(0, player.Others["stalls"]);
        Assert.InRange(player.Others["bitrate"], 500_000, 1_000_000);
    }

    [Fact]
    public void Video_over_a_link_slower_than_the_lowest_bitrate_stalls()
    {
        ApplicationFigures player = Play("rate: 150kbps, delay: 10ms");

        // 240 s at 235 kbps take 376 s at 150: it stands still for 136 s less the first segment's time, and more for headers.
        Assert.Equal(235_000, player.Others["bitrate"]);
        Assert.Equal(59, player.Others["stalls"]);
        Assert.InRange(player.Others["stalled"], 125e9, 155e9);
    }

    [Fact]
    public void A_way_is_found_hop_by_hop()
    {
        ScenarioResult result = Runs.Execute(Chain + """
            applications: [{ on: a, run: traceroute, to: b }]
            expect: [a.hops == 3, a.count == 3, a.errors == 0, a.round-trip.max == 60ms, a.round-trip.min == 20ms]
            """);

        ApplicationTests.Held(result);
    }

    [Fact]
    public void The_smallest_mtu_of_the_way_is_found()
    {
        ScenarioResult result = Runs.Execute(Chain + """
            applications: [{ on: a, run: path-mtu-probe, to: b }]
            expect: [a.mtu == 1280B, a.errors == 0]
            """);

        ApplicationTests.Held(result);
    }

    private const string Chain = """
        devices: { a: { kind: host }, r1: { kind: router }, r2: { kind: router }, b: { kind: host } }
        links:
          - { between: [a, r1], delay: 10ms }
          - { between: [r1, r2], delay: 10ms, mtu: 1280B }
          - { between: [r2, b], delay: 10ms }

        """;

    private static ApplicationFigures Play(string link) => Runs.Execute($$"""
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], {{link}} }]
        applications:
          - { on: server, run: web-server, port: 80 }
          - { on: client, run: video-client, to: "server:80", segments: 60 }
        """).Figures("video-client");
}
