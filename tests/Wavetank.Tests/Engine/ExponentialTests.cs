using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class ExponentialTests
{
    [Fact]
    public void Exp_is_the_platforms_to_the_last_bits()
    {
        for (double x = -600; x < 600; x += 0.37)
        {
#pragma warning disable RS0030 // What it is compared with.
            double right = Math.Exp(x);
#pragma warning restore RS0030
            Assert.InRange(DeterministicMath.Exp(x) / right, 1 - 2e-15, 1 + 2e-15);
        }
    }

    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(10, -2, 0.01)]
    [InlineData(7, 0, 1)]
    public void Pow_is_a_power(double x, double power, double expected) =>
        Assert.Equal(1, DeterministicMath.Pow(x, power) / expected, 1e-14);
}
