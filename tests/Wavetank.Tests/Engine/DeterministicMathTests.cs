using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class DeterministicMathTests
{
    private const double SmallestExponentialInput = 1.0 / (1UL << 53);

    public static TheoryData<double> Points => new(
        SmallestExponentialInput, 2 * SmallestExponentialInput, 1 - SmallestExponentialInput, 1 - (2 * SmallestExponentialInput), 1 + (4 * SmallestExponentialInput),
        0.999999, 1.000001, 0.5, 2, Math.Sqrt(2), Math.BitDecrement(1.4142135623730951), Math.BitIncrement(1.4142135623730951),
        Math.Sqrt(0.5), Math.E, 10, 1e-300, 1e300, 2.2250738585072014e-308, double.MaxValue);

    [Theory]
    [MemberData(nameof(Points))]
    public void Logarithm_is_right_at_the_edges(double x) => AssertLog(x);

    [Fact]
    public void Logarithm_of_one_is_zero() => Assert.Equal(0, DeterministicMath.Log(1));

    [Fact]
    public void Logarithm_is_right_over_all_magnitudes_and_near_one()
    {
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++)
        {
            AssertLog(random.NextDouble() + SmallestExponentialInput);
            AssertLog(1 + ((random.NextDouble() - 0.5) * Math.Pow(10, -random.Next(16))));
            AssertLog(BitConverter.Int64BitsToDouble(random.NextInt64(0x0010_0000_0000_0000, 0x7FF0_0000_0000_0000)));
        }
    }

    [Fact]
    public void Logarithm_rises_with_its_argument()
    {
        double last = double.NegativeInfinity;
        for (double x = 1e-3; x < 1e3; x *= 1.0001)
        {
            double log = DeterministicMath.Log(x);
            Assert.True(log > last, $"log({x:R}) = {log:R} is not above {last:R}");
            last = log;
        }
    }

    [Theory]
    [InlineData(0.1, -4611004657371359979L)]
    [InlineData(3.0, 4607626529066517258L)]
    [InlineData(12345.678, 4621493204086758961L)]
    [InlineData(SmallestExponentialInput, -4593004974502889478L)]
    public void The_last_bit_is_the_same_on_every_machine(double x, long bits) =>
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(DeterministicMath.Log(x)));

    private static void AssertLog(double x)
    {
        double expected = Math.Log(x), actual = DeterministicMath.Log(x);
        double error = expected == 0 ? Math.Abs(actual) : Math.Abs((actual - expected) / expected);
        Assert.True(error < 1e-15, $"log({x:R}) = {actual:R}, not {expected:R}: relative error {error:E2}");
    }
}
