using Wavetank.Engine;

namespace Wavetank.Links.Places;

/// <summary>A place on the Earth; two of them give the propagation delay of a link between them.</summary>
/// <param name="Latitude">Degrees, north of the equator positive; -90 to 90.</param>
/// <param name="Longitude">Degrees, east of Greenwich positive; -180 to 180.</param>
public readonly record struct Place(double Latitude, double Longitude)
{
    /// <summary>
    /// By how much light takes longer in the Internet's fibre than along a straight line of fibre: 2.1, the rule of thumb that Bozkurt
    /// et al., Dissecting Latency in the Internet's Fiber Infrastructure (2018), report; along the best conduits it would be 1.3.
    /// </summary>
    public const double DefaultPathInflation = 2.1;

    /// <summary>Kilometres per second of light in glass of the refractive index 1.4682 (ITU-T G.652 fibre at 1550 nm).</summary>
    public const double FibreKilometresPerSecond = 299_792.458 / 1.4682;

    // The mean radius R1 of the reference ellipsoid (IUGG, GRS 80).
    private const double EarthRadiusKilometres = 6371.0088;

    /// <summary>Degrees, north of the equator positive.</summary>
    public double Latitude { get; } = Within(Latitude, 90, nameof(Latitude));

    /// <summary>Degrees, east of Greenwich positive.</summary>
    public double Longitude { get; } = Within(Longitude, 180, nameof(Longitude));

    /// <summary>Kilometres along the great circle, on a sphere of the Earth's mean radius: within 0.6 % of the ellipsoid's distance.</summary>
    public double KilometresTo(Place other)
    {
        (double x, double y, double z) = Direction();
        (double u, double v, double w) = other.Direction();

        // Chord and its counterpart are the sine and cosine of half the angle: their ratio keeps its digits near and far, unlike the arc cosine.
        double chord = Length(x - u, y - v, z - w);
        return 2 * EarthRadiusKilometres * DeterministicMath.Atan(chord, Length(x + u, y + v, z + w));
    }

    /// <summary>How long a bit is under way to another place, one-way, through fibre.</summary>
    /// <param name="other">The other place.</param>
    /// <param name="pathInflation">How much longer the way is than the great circle; 1 or more. Default 2.1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pathInflation"/> is below 1 or above 100.</exception>
    public TimeSpan PropagationDelayTo(Place other, double pathInflation = DefaultPathInflation)
    {
        if (pathInflation is not (>= 1 and <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(pathInflation), pathInflation, "A path is 1 to 100 times as long as the great circle.");
        }

        double seconds = KilometresTo(other) * pathInflation / FibreKilometresPerSecond;
        return TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
    }

    private (double X, double Y, double Z) Direction()
    {
        double latitude = Latitude * (Math.PI / 180);
        double longitude = Longitude * (Math.PI / 180);
        double cosine = DeterministicMath.Cos(latitude);
        return (cosine * DeterministicMath.Cos(longitude), cosine * DeterministicMath.Sin(longitude), DeterministicMath.Sin(latitude));
    }

    private static double Length(double x, double y, double z) => Math.Sqrt((x * x) + (y * y) + (z * z));

    private static double Within(double value, double limit, string name) => Math.Abs(value) <= limit
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is from -{limit} to {limit} degrees.");
}
