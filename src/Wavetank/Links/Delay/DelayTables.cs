using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>
/// Distributions as tables: the middle of each of 4096 equally likely parts, stretched so that the table's own mean is 0 and its deviation 1.
/// Each is made when it is first asked for, by arithmetic that is the same on every machine.
/// </summary>
internal static class DelayTables
{
    public const int Size = 4096;

    private const double ParetoShape = 3;
    private const double ParetoPart = 0.75;

    private static readonly Lazy<double[]> LazyNormal = new(() => Standardised(NormalQuantile));
    private static readonly Lazy<double[]> LazyPareto = new(() => Standardised(ParetoQuantile));
    private static readonly Lazy<double[]> LazyParetoNormal =
        new(() => Standardised(index => (ParetoPart * Pareto[index]) + ((1 - ParetoPart) * Normal[index])));

    public static double[] Normal => LazyNormal.Value;

    public static double[] Pareto => LazyPareto.Value;

    public static double[] ParetoNormal => LazyParetoNormal.Value;

    private static double Middle(int index) => (index + 0.5) / Size;

    private static double ParetoQuantile(int index) => DeterministicMath.Exp(-DeterministicMath.Log(1 - Middle(index)) / ParetoShape);

    private static double NormalQuantile(int index)
    {
        // The distribution is even, so its lower half is its upper one mirrored, to the last bit.
        if (index < Size / 2)
        {
            return -NormalQuantile(Size - 1 - index);
        }

        // Newton's method from the middle on: the distribution bends down there, so no step goes too far.
        double x = 0;
        for (int step = 0; step < 60; step++)
        {
            double density = DeterministicMath.Exp(-x * x / 2) / 2.5066282746310002;
            double error = Middle(index) - (0.5 + (density * Series(x)));
            x += error / density;
            if (Math.Abs(error) < 1e-14)
            {
                break;
            }
        }

        return x;
    }

    /// <summary>x + x^3/3 + x^5/(3*5) + …, which times the density is the distribution from 0 to x.</summary>
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int k = 3; k < 200 && term > sum * 1e-17; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return sum;
    }

    private static double[] Standardised(Func<int, double> quantile)
    {
        double[] table = [.. Enumerable.Range(0, Size).Select(quantile)];
        double mean = table.Sum() / Size;
        double deviation = Math.Sqrt(table.Sum(value => (value - mean) * (value - mean)) / Size);
        return [.. table.Select(value => (value - mean) / deviation)];
    }
}
