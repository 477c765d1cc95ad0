namespace Wavetank.Engine;

internal static partial class DeterministicMath
{
    private const double Pi = 3.14159265358979323846;

    /// <summary>The sine of an angle in radians, from -2π to 2π; error below 1e-15.</summary>
    public static double Sin(double x)
    {
        // Folded into -π/2 … π/2, where the Taylor series is short.
        if (x > Pi)
        {
            x -= 2 * Pi;
        }
        else if (x < -Pi)
        {
            x += 2 * Pi;
        }

        if (x > Pi / 2)
        {
            x = Pi - x;
        }
        else if (x < -Pi / 2)
        {
            x = -Pi - x;
        }

        double square = x * x;
        double sum = 1;
        for (int k = 22; k >= 2; k -= 2)
        {
            sum = 1 - (square / (k * (k + 1)) * sum);
        }

        return x * sum;
    }

    /// <summary>The cosine of an angle in radians, from -π to π; error below 1e-15.</summary>
    public static double Cos(double x) => Sin((Pi / 2) - Math.Abs(x));

    /// <summary>The angle in radians, 0 to π/2, whose tangent is <paramref name="y"/> / <paramref name="x"/>; neither is negative.</summary>
    public static double Atan(double y, double x)
    {
        if (y > x)
        {
            return (Pi / 2) - Atan(x, y);
        }

        if (y == 0)
        {
            return 0;
        }

        // Halving the angle twice brings the tangent below 0.2; square roots are exact by IEEE 754, too.
        double t = y / x;
        t /= 1 + Math.Sqrt(1 + (t * t));
        t /= 1 + Math.Sqrt(1 + (t * t));
        double square = t * t;
        double sum = 0;
        for (int k = 25; k >= 1; k -= 2)
        {
            sum = (1.0 / k) - (square * sum);
        }

        return 4 * t * sum;
    }
}
