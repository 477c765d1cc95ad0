namespace Wavetank.Engine;

public sealed partial class RandomStream
{
    /// <summary>A normally distributed number with mean 0 and standard deviation 1, by the polar method (Marsaglia, Bray 1964).</summary>
    /// <remarks>The method's second number is not kept, so that a stream's state is its four words alone.</remarks>
    public double NextNormal()
    {
        while (true)
        {
            double x = (2 * NextDouble()) - 1;
            double y = (2 * NextDouble()) - 1;
            double square = (x * x) + (y * y);

            // Below 1e-300 is zero but for a chance of 2^-53 or less, and would leave the logarithm's range.
            if (square is < 1 and > 1e-300)
            {
                return x * Math.Sqrt(-2 * DeterministicMath.Log(square) / square);
            }
        }
    }

    /// <summary>A lognormally distributed number with mean 1.</summary>
    /// <param name="deviation">Its standard deviation: 0 to 1000.</param>
    public double NextLognormal(double deviation)
    {
        // The logarithm's variance is ln(1 + deviation²), and its mean half of that below zero.
        double variance = DeterministicMath.Log(1 + (deviation * deviation));
        return DeterministicMath.Exp((Math.Sqrt(variance) * NextNormal()) - (variance / 2));
    }

    /// <summary>A Pareto distributed number: at least 1, and above x with probability x^-<paramref name="shape"/>.</summary>
    /// <param name="shape">The tail's index, positive; the mean is finite above 1, the variance above 2.</param>
    public double NextPareto(double shape) => DeterministicMath.Exp(NextExponential() / shape);
}
