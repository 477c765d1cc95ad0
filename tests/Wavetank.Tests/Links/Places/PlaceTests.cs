using Wavetank.Links.Places;

namespace Wavetank.Tests.Links.Places;

public sealed class PlaceTests
{
    private const double MeridianKilometres = Math.PI * 6371.0088;

    private static readonly Place NorthPole = new(90, 0);

    [Fact]
    public void From_pole_to_equator_is_a_quarter_of_the_way_around() =>
        Assert.Equal(MeridianKilometres / 2, NorthPole.KilometresTo(new Place(0, 123)), 1e-6);

    [Fact]
    public void Antipodes_are_half_of_the_way_around() =>
        Assert.Equal(MeridianKilometres, new Place(50, 8).KilometresTo(new Place(-50, -172)), 1e-6);

    [Fact]
    public void A_place_is_at_no_distance_from_itself() => Assert.Equal(0, new Place(50, 8).KilometresTo(new Place(50, 8)));

    [Fact]
    public void A_degree_of_longitude_shrinks_with_the_cosine_of_the_latitude()
    {
        double atEquator = new Place(0, 0).KilometresTo(new Place(0, 0.01));
        double at60 = new Place(60, 0).KilometresTo(new Place(60, 0.01));
        Assert.Equal(atEquator / 2, at60, 1e-4);
    }

    // Great-circle distances on the ellipsoid (WGS 84), which a sphere meets within 0.6 %.
    [Theory]
    [InlineData("london", "new-york", 5585)]
    [InlineData("frankfurt", "singapore", 10_265)]
    [InlineData("sydney", "auckland", 2157)]
    public void Cities_are_as_far_apart_as_maps_say(string from, string to, double kilometres)
    {
        double distance = KnownPlaces.Find(from).KilometresTo(KnownPlaces.Find(to));
        Assert.InRange(distance, kilometres * 0.994, kilometres * 1.006);
        Assert.Equal(distance, KnownPlaces.Find(to).KilometresTo(KnownPlaces.Find(from)));
    }

    [Fact]
    public void Propagation_takes_the_distance_over_the_speed_of_light_in_fibre()
    {
        Place equator = new(0, 0);
        TimeSpan straight = NorthPole.PropagationDelayTo(equator, pathInflation: 1);
        Assert.Equal(49.01, straight.TotalMilliseconds, 0.01);
        Assert.Equal(straight.TotalMilliseconds * 2.1, NorthPole.PropagationDelayTo(equator).TotalMilliseconds, 0.001);
    }

    [Fact]
    public void A_place_off_the_Earth_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Place(91, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Place(0, -181));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Place(double.NaN, 0));
    }

    [Fact]
    public void A_path_shorter_than_the_great_circle_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NorthPole.PropagationDelayTo(new Place(0, 0), 0.9));

    [Fact]
    public void An_unknown_name_is_answered_with_those_that_are_known() =>
        Assert.Contains("frankfurt", Assert.Throws<ArgumentException>(() => KnownPlaces.Find("atlantis")).Message, StringComparison.Ordinal);

    [Fact]
    public void Names_are_unique_and_stand_from_west_to_east()
    {
        Assert.Distinct(KnownPlaces.All.Select(known => known.Name));
        Assert.Equal(KnownPlaces.All.OrderBy(known => known.Place.Longitude), KnownPlaces.All);
    }
}
