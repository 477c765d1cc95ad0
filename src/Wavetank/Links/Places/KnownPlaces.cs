namespace Wavetank.Links.Places;

/// <summary>The table of places that have names: cities of all continents, most with data centres of the large providers. Coordinates to 0.01 degrees.</summary>
public static class KnownPlaces
{
    /// <summary>All places, from west to east.</summary>
    public static IReadOnlyList<KnownPlace> All { get; } =
    [
        Of("honolulu", "Honolulu, Hawaii", 21.31, -157.86),
        Of("san-francisco", "San Francisco, California", 37.77, -122.42),
        Of("oregon", "Boardman, Oregon", 45.84, -119.70),
        Of("los-angeles", "Los Angeles, California", 34.05, -118.24),
        Of("mexico-city", "Mexico City", 19.43, -99.13),
        Of("dallas", "Dallas, Texas", 32.78, -96.80),
        Of("chicago", "Chicago, Illinois", 41.88, -87.63),
        Of("virginia", "Ashburn, Virginia", 39.04, -77.49),
        Of("bogota", "Bogotá", 4.71, -74.07),
        Of("new-york", "New York", 40.71, -74.01),
        Of("montreal", "Montréal", 45.50, -73.57),
        Of("santiago", "Santiago de Chile", -33.45, -70.67),
        Of("buenos-aires", "Buenos Aires", -34.60, -58.38),
        Of("sao-paulo", "São Paulo", -23.55, -46.63),
        Of("lisbon", "Lisbon", 38.72, -9.14),
        Of("dublin", "Dublin", 53.35, -6.26),
        Of("madrid", "Madrid", 40.42, -3.70),
        Of("london", "London", 51.51, -0.13),
        Of("paris", "Paris", 48.86, 2.35),
        Of("lagos", "Lagos", 6.52, 3.38),
        Of("amsterdam", "Amsterdam", 52.37, 4.90),
        Of("frankfurt", "Frankfurt am Main", 50.11, 8.68),
        Of("milan", "Milan", 45.46, 9.19),
        Of("stockholm", "Stockholm", 59.33, 18.07),
        Of("cape-town", "Cape Town", -33.92, 18.42),
        Of("warsaw", "Warsaw", 52.23, 21.01),
        Of("istanbul", "Istanbul", 41.01, 28.98),
        Of("cairo", "Cairo", 30.04, 31.24),
        Of("nairobi", "Nairobi", -1.29, 36.82),
        Of("dubai", "Dubai", 25.20, 55.27),
        Of("mumbai", "Mumbai", 19.08, 72.88),
        Of("singapore", "Singapore", 1.35, 103.82),
        Of("jakarta", "Jakarta", -6.21, 106.85),
        Of("hong-kong", "Hong Kong", 22.32, 114.17),
        Of("perth", "Perth", -31.95, 115.86),
        Of("taipei", "Taipei", 25.03, 121.57),
        Of("seoul", "Seoul", 37.57, 126.98),
        Of("tokyo", "Tokyo", 35.68, 139.69),
        Of("sydney", "Sydney", -33.87, 151.21),
        Of("auckland", "Auckland", -36.85, 174.76),
    ];

    /// <summary>The place of that name.</summary>
    /// <param name="name">Such as <c>frankfurt</c>; case counts.</param>
    /// <exception cref="ArgumentException">There is none; the message names those that there are.</exception>
    public static Place Find(string name) => All.FirstOrDefault(known => known.Name == name)?.Place
        ?? throw new ArgumentException($"There is no place '{name}'. Known: {string.Join(", ", All.Select(known => known.Name))}.", nameof(name));

    private static KnownPlace Of(string name, string summary, double latitude, double longitude) => new(name, summary, new Place(latitude, longitude));
}
