using FsCheck.Xunit;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Units;

public sealed class DurationTests
{
    [Theory]
    [InlineData("10ns", 10)]
    [InlineData("100us", 100_000)]
    [InlineData("100\u00b5s", 100_000)]
    [InlineData("100\u03bcs", 100_000)]
    [InlineData("50ms", 50_000_000)]
    [InlineData("50 ms", 50_000_000)]
    [InlineData("1.5s", 1_500_000_000)]
    [InlineData("0.000000001s", 1)]
    [InlineData("2min", 120_000_000_000)]
    [InlineData("1h", 3_600_000_000_000)]
    [InlineData("0s", 0)]
    [InlineData("1000000h", 3_600_000_000_000_000_000)]
    public void Duration_is_read_exactly(string text, long nanoseconds)
    {
        Assert.True(Duration.TryParse(text, out Duration value, out string? problem), problem);
        Assert.Equal(nanoseconds, value.Nanoseconds);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("50", "\"50\" has no unit; write 50ms (units: ns, us, ms, s, min, h)")]
    [InlineData("0", "\"0\" has no unit; write 0ms (units: ns, us, ms, s, min, h)")]
    [InlineData("", "is empty; write a duration such as 50ms")]
    [InlineData("-5ms", "\"-5ms\" is negative; a duration is 0 or more")]
    [InlineData("fast", "\"fast\" is not a duration; write one such as 50ms (units: ns, us, ms, s, min, h)")]
    [InlineData("1,5s", "\"1,5s\" is not a duration; write one such as 50ms (units: ns, us, ms, s, min, h)")]
    [InlineData("1.s", "\"1.s\" is not a duration; write one such as 50ms (units: ns, us, ms, s, min, h)")]
    [InlineData("1e3s", "\"1e3s\" has an unknown unit \"e3s\" (units: ns, us, ms, s, min, h)")]
    [InlineData("5MS", "\"5MS\" has an unknown unit \"MS\"; did you mean \"ms\"? (units: ns, us, ms, s, min, h)")]
    [InlineData("5minutes", "\"5minutes\" has an unknown unit \"minutes\"; did you mean \"min\"? (units: ns, us, ms, s, min, h)")]
    [InlineData("0.5ns", "\"0.5ns\" is not a whole number of ns, the smallest unit")]
    [InlineData("1000001h", "\"1000001h\" is too much; a duration is at most 1000000h")]
    [InlineData("1000000.0000000000000001h", "\"1000000.0000000000000001h\" is too much; a duration is at most 1000000h")]
    [InlineData("9999999999999999999999999ms", "\"9999999999999999999999999ms\" has more than 24 digits")]
    public void Wrong_duration_is_refused_with_what_would_be_right(string text, string expected)
    {
        Assert.False(Duration.TryParse(text, out Duration value, out string? problem));
        Assert.Equal(expected, problem);
        Assert.Equal(default, value);
    }

    [Theory]
    [InlineData(0, "0ms")]
    [InlineData(1, "1ns")]
    [InlineData(1_500, "1.5us")]
    [InlineData(1_500_000_000, "1.5s")]
    [InlineData(1_000_050_000, "1000.05ms")]
    [InlineData(90_000_000_000, "90s")]
    [InlineData(120_000_000_000, "2min")]
    public void Duration_is_written_short_and_exact(long nanoseconds, string expected) =>
        Assert.Equal(expected, new Duration(nanoseconds).ToString());

    [Property(MaxTest = 2000)]
    public bool Written_duration_reads_back_the_same(long seed, byte shift)
    {
        var value = new Duration((seed & long.MaxValue) % 3_600_000_000_000_000_001 >> (shift % 62));
        return Duration.TryParse(value.ToString(), out Duration read, out _) && read == value;
    }
}
