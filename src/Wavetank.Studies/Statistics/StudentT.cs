using Wavetank.Engine;

namespace Wavetank.Studies.Statistics;

/// <summary>
/// Student's t distribution, from IEEE 754 arithmetic alone, so that its last bit is the same on every machine. Degrees of freedom need
/// not be whole, as Welch's are not.
/// </summary>
internal static class StudentT
{
    // Beyond, t and the normal distribution agree to six digits.
    private const double MostDegrees = 1e6;
    private const double SquareRootOfPi = 1.7724538509055160273;
    private const double Smallest = 1e-300;

    /// <summary>The t with P(-t &lt; T &lt; t) = <paramref name="confidence"/>: by how many standard errors an interval reaches to each side.</summary>
    /// <param name="degrees">Degrees of freedom, more than 0.</param>
    /// <param name="confidence">More than 0, less than 1.</param>
    internal static double Critical(double degrees, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        double outside = 1 - confidence;
        double high = 1;
        while (Outside(high, degrees) > outside)
            high *= 2;

        // Halving ends when no number is left between the two.
        double low = 0;
        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                return high;
            if (Outside(middle, degrees) > outside)
                low = middle;
            else
                high = middle;
        }
    }

    /// <summary>P(|T| &gt; t): the regularised incomplete beta function at ν/(ν+t²) of ν/2 and 1/2 (DLMF §8.17; Abramowitz, Stegun 26.5.27).</summary>
    internal static double Outside(double t, double degrees)
    {
        double nu = Math.Min(degrees, MostDegrees);
        double a = nu / 2;
        double square = t * t;
        double x = nu / (nu + square);
        double rest = square / (nu + square);

        // x^a · rest^½ / B(a, ½), of which both forms below are a multiple.
        double front = DeterministicMath.Exp(-a * DeterministicMath.Log(1 + (square / nu))) * Math.Sqrt(rest) / Beta(a);

        // DLMF §8.17.4: the fraction converges fast on this side, and on the other for what is missing to 1.
        return x < (a + 1) / (a + 2.5)
            ? front * Fraction(a, 0.5, x) / a
            : 1 - (front * Fraction(0.5, a, rest) / 0.5);
    }

    /// <summary>B(a, ½) = Γ(a)·√π/Γ(a+½), by the expansion of Γ(a+½)/Γ(a) for large a (DLMF §5.11.13), to which Γ(a+1) = a·Γ(a) leads.</summary>
    private static double Beta(double a)
    {
        double ratio = 1;
        while (a < 40)
        {
            ratio *= a / (a + 0.5);
            a++;
        }

        double z = 1 / a;
        double series = 1 + (z * ((-1.0 / 8) + (z * ((1.0 / 128) + (z * ((5.0 / 1024) + (z * ((-21.0 / 32768) + (z * (-399.0 / 262144))))))))));
        return SquareRootOfPi / (ratio * Math.Sqrt(a) * series);
    }

    /// <summary>The continued fraction of DLMF §8.17.22, by Lentz's method as Thompson and Barnett (1986) have it.</summary>
    private static double Fraction(double a, double b, double x)
    {
        double c = 1;
        double d = NotZero(1 - ((a + b) * x / (a + 1)));
        d = 1 / d;
        double value = d;
        for (int m = 1; m < 100_000; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= d * c;

            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
                break;
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Smallest ? Smallest : value;
}
