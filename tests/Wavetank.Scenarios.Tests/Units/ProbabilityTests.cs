using FsCheck.Xunit;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Units;

public sealed class ProbabilityTests
{
    [Theory]
    [InlineData("1%", "0.01")]
    [InlineData("0.1%", "0.001")]
    [InlineData("0.01", "0.01")]
    [InlineData("0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("100%", "1")]
    [InlineData("0.00000000000000000000001%", "0.0000000000000000000000001")]
    public void Probability_is_kept_exact(string text, string expected)
    {
        Assert.True(Probability.TryParse(text, out Probability value, out string? problem), problem);
        Assert.Equal(decimal.Parse(expected), value.Value);
    }

    [Theory]
    [InlineData("5", "\"5\" is more than 1; a probability is 0 to 1, or 0% to 100% (did you mean 5%?)")]
    [InlineData("1", "\"1\" may mean 1% or always; write 1%, or 100% (or 1.0) for always")]
    [InlineData("101%", "\"101%\" is more than 100%")]
    [InlineData("-1%", "\"-1%\" is negative; a probability is 0% to 100%")]
    [InlineData("often", "\"often\" is not a probability; write 1% or 0.01")]
    [InlineData("1ms", "\"1ms\" is not a probability; write 1% or 0.01")]
    [InlineData("", "is empty; write a probability such as 1% or 0.01")]
    public void Wrong_probability_is_refused_with_what_would_be_right(string text, string expected)
    {
        Assert.False(Probability.TryParse(text, out _, out string? problem));
        Assert.Equal(expected, problem);
    }

    [Property(MaxTest = 2000)]
    public bool Written_probability_reads_back_the_same(long seed, byte scale)
    {
        decimal divisor = 1;
        for (int i = 0; i < scale % 19; i++)
            divisor *= 10;
        var value = new Probability((seed & long.MaxValue) % ((long)divisor + 1) / divisor);
        return Probability.TryParse(value.ToString(), out Probability read, out _) && read == value;
    }
}
