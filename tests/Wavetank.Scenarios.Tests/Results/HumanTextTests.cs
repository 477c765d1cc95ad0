using Wavetank.Scenarios.Results;

namespace Wavetank.Scenarios.Tests.Results;

public sealed class HumanTextTests
{
    [Theory]
    [InlineData(0, "0 ns")]
    [InlineData(250, "250 ns")]
    [InlineData(999, "999 ns")]
    [InlineData(1_000, "1.00 µs")]
    [InlineData(9_994, "9.99 µs")]
    [InlineData(9_995, "10.0 µs")]
    [InlineData(42_100_000, "42.1 ms")]
    [InlineData(99_950_000, "100 ms")]
    [InlineData(999_499_999, "999 ms")]
    [InlineData(999_500_000, "1.00 s")]
    [InlineData(60_000_000_000, "60.0 s")]
    [InlineData(3_600_000_000_000, "3,600 s")]
    public void Times_have_three_digits_and_a_unit(long nanoseconds, string text) => Assert.Equal(text, HumanText.Time(nanoseconds));

    [Theory]
    [InlineData(9_640_000, "9.64 Mbit/s")]
    [InlineData(64_000, "64.0 kbit/s")]
    [InlineData(459, "459 bit/s")]
    public void Rates_are_in_bits_per_second(long bitsPerSecond, string text) => Assert.Equal(text, HumanText.Rate(bitsPerSecond));

    [Theory]
    [InlineData(64, "64 B")]
    [InlineData(1_200_000, "1.20 MB")]
    public void Sizes_are_decimal(long bytes, string text) => Assert.Equal(text, HumanText.Size(bytes));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.0005, "<0.1 %")]
    [InlineData(0.0964, "9.6 %")]
    [InlineData(1, "100.0 %")]
    public void Parts_are_percentages(double part, string text) => Assert.Equal(text, HumanText.Part(part));
}
