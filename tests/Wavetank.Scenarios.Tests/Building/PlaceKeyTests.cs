using Wavetank.Links;
using Wavetank.Links.Places;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Building;

/// <summary>The keys <c>place</c> of a device and <c>path-inflation</c> of a link.</summary>
public sealed class PlaceKeyTests
{
    private const string File = """
        devices: { server: { kind: host, place: tokyo }, client: { kind: host, place: "50.11, 8.68" }, lost: { kind: host } }
        applications: [{ on: client, run: ping, to: server, count: 1 }]
        links: [{ between: [client, server], CONDITIONS }, { between: [client, lost] }]
        """;

    private static readonly TimeSpan FrankfurtToTokyo = KnownPlaces.Find("frankfurt").PropagationDelayTo(KnownPlaces.Find("tokyo"));

    [Fact]
    public void A_link_between_two_places_that_says_no_delay_has_that_of_the_distance()
    {
        Link link = Build("rate: 1Gbps, jitter: 1ms");

        Assert.InRange(FrankfurtToTokyo.TotalMilliseconds, 95.9, 96.1);
        Assert.Equal(FrankfurtToTokyo, link.Forward.Delay);
        Assert.Equal(FrankfurtToTokyo, link.Backward.Delay);
        Assert.Equal(TimeSpan.FromMilliseconds(1), link.Forward.Jitter);
    }

    [Fact]
    public void A_ping_takes_the_way_there_and_back()
    {
        ScenarioResult result = Runs.Execute(File.Replace(", CONDITIONS", "", StringComparison.Ordinal));

        Assert.Equal(2 * FrankfurtToTokyo.Ticks * TimeSpan.NanosecondsPerTick, result.RoundTrip("ping", "min"));
    }

    [Fact]
    public void Path_inflation_makes_the_way_longer() =>
        Assert.Equal(
            KnownPlaces.Find("frankfurt").PropagationDelayTo(KnownPlaces.Find("tokyo"), 1.3), Build("path-inflation: 1.3").Forward.Delay);

    [Theory]
    [InlineData("delay: 3ms", 3, 3)]
    [InlineData("backward: { delay: 3ms }", 95, 3)]
    [InlineData("preset: dsl", 25, 25)]
    [InlineData("delay: { kind: constant, delay: 3ms }", 0, 0)]
    public void What_the_link_says_goes_before_the_distance(string conditions, int forward, int backward)
    {
        Link link = Build(conditions);

        Assert.Equal(forward, (int)link.Forward.Delay.TotalMilliseconds);
        Assert.Equal(backward, (int)link.Backward.Delay.TotalMilliseconds);
    }

    [Fact]
    public void A_link_to_a_device_without_a_place_has_no_delay() =>
        Assert.Equal(TimeSpan.Zero, ScenarioBuilder.Build(Lab.Parse(File.Replace(", CONDITIONS", "", StringComparison.Ordinal))).Network.Links[1].Forward.Delay);

    [Theory]
    [InlineData("CONDITIONS }, { between: [client, lost]", "mtu: 1500B }, { between: [client, lost], path-inflation: 2",
        "links[1].path-inflation: is about the distance between two places, but \"lost\" has none; write, for example, place: frankfurt there")]
    [InlineData("CONDITIONS", "delay: 5ms, path-inflation: 2",
        "links[0].path-inflation: changes nothing here: the link says its delay, so the distance is not asked for; leave one of the two out")]
    [InlineData("CONDITIONS", "path-inflation: 0.9", "links[0].path-inflation: \"0.9\" is out of range; 1 to 100 is right")]
    [InlineData("CONDITIONS", "path-inflation: much", "links[0].path-inflation: \"much\" is not a number such as 2.1")]
    [InlineData("\"50.11, 8.68\"", "\"95, 8\"",
        "devices.client.place: \"95, 8\" is not on the Earth; a latitude is -90 to 90 degrees (south is negative), a longitude -180 to 180 (west is negative)")]
    [InlineData("\"50.11, 8.68\"", "\"50 N, 8 E\"",
        "devices.client.place: \"50 N, 8 E\" is no place; write a name such as frankfurt, or latitude and longitude in degrees such as \"50.11, 8.68\"")]
    public void A_mistake_is_told_with_its_remedy(string old, string replacement, string problem) =>
        Assert.EndsWith(problem, Assert.Single(Problems(old, replacement)), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_place_is_told_with_a_suggestion() =>
        Assert.Contains("\"tokio\" is not a known place; did you mean \"tokyo\"?", Assert.Single(Problems("place: tokyo", "place: tokio")), StringComparison.Ordinal);

    [Fact]
    public void Every_place_can_be_named() => Assert.All(
        KnownPlaces.All,
        known => Assert.Equal(known.Place, Lab.Parse(File.Replace(", CONDITIONS", "", StringComparison.Ordinal).Replace("tokyo", known.Name, StringComparison.Ordinal)).Devices[0].Place));

    [Fact]
    public void Coordinates_as_they_are_listed_read_back() => Assert.All(
        ScenarioTables.Places.Rows,
        row => Assert.Equal(row.Place, Lab.Parse(File.Replace(", CONDITIONS", "", StringComparison.Ordinal).Replace("50.11, 8.68", row.Coordinates, StringComparison.Ordinal)).Devices[1].Place));

    private static Link Build(string conditions) =>
        ScenarioBuilder.Build(Lab.Parse(File.Replace("CONDITIONS", conditions, StringComparison.Ordinal))).Network.Links[0];

    private static string[] Problems(string old, string replacement) =>
        Lab.Problems(File.Replace(old, replacement, StringComparison.Ordinal).Replace(", CONDITIONS", "", StringComparison.Ordinal));
}
