namespace Wavetank.Engine;

internal static partial class DeterministicMath
{
    // ln 2 in two parts; the first has 32 zero bits at its end, so that its product with a whole exponent is exact.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power of a number from -700 to 700, which is where it is held; relative error below 1e-15.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        double exponent = Math.Floor((x / Ln2) + 0.5);
        double rest = x - (exponent * Ln2High) - (exponent * Ln2Low);

        // |rest| <= 0.347: fourteen terms of the series reach double precision.
        double sum = 1;
        for (int k = 14; k >= 1; k--)
        {
            sum = 1 + (rest / k * sum);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)exponent + 1023) << 52);
    }

    /// <summary>A positive number to a power.</summary>
    public static double Pow(double x, double power) => Exp(power * Log(x));
}
