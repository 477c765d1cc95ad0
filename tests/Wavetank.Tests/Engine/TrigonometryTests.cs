using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class TrigonometryTests
{
    [Fact]
    public void Sine_and_cosine_are_right_all_around()
    {
        for (double x = -Math.PI; x <= Math.PI; x += 0.0007)
        {
            Assert.Equal(Math.Sin(x), DeterministicMath.Sin(x), 1e-15);
            Assert.Equal(Math.Cos(x), DeterministicMath.Cos(x), 1e-15);
        }
    }

    [Fact]
    public void Arc_tangent_is_right_from_zero_to_a_right_angle()
    {
        for (double x = 0; x <= Math.PI / 2; x += 0.0003)
        {
            (double y, double adjacent) = Math.SinCos(x);
            Assert.Equal(Math.Atan2(y, Math.Abs(adjacent)), DeterministicMath.Atan(y, Math.Abs(adjacent)), 1e-15);
        }
    }

    [Fact]
    public void Arc_tangent_of_nothing_is_zero_and_of_everything_a_right_angle()
    {
        Assert.Equal(0, DeterministicMath.Atan(0, 1));
        Assert.Equal(Math.PI / 2, DeterministicMath.Atan(1, 0), 1e-15);
    }
}
