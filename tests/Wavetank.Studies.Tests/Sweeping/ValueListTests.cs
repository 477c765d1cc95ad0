using Wavetank.Studies.Sweeping;
using Wavetank.Studies.Sweeping.Points;

namespace Wavetank.Studies.Tests.Sweeping;

public sealed class ValueListTests
{
    [Theory]
    [InlineData("1Mbps,2Mbps, 5Mbps", "1Mbps|2Mbps|5Mbps")]
    [InlineData("cubic", "cubic")]
    [InlineData("exponential(10ms),uniform(5ms, 15ms)", "exponential(10ms)|uniform(5ms, 15ms)")]
    [InlineData("{ kind: red, limit: 50 packets },fifo", "{ kind: red, limit: 50 packets }|fifo")]
    [InlineData("[a, b],[c, [d, e]]", "[a, b]|[c, [d, e]]")]
    [InlineData("\"one, two\",three", "one, two|three")]
    [InlineData("{ name: \"a,b}\" },c", "{ name: \"a,b}\" }|c")]
    [InlineData("the server's,mine", "the server's|mine")]
    public void Values_are_cut_at_commas_outside_of_brackets_and_quotes(string text, string expected) =>
        Assert.Equal(expected.Split('|'), ValueList.Parse(text));

    [Theory]
    [InlineData("10ms..50ms/10ms", "10ms|20ms|30ms|40ms|50ms")]
    [InlineData("10ms..45ms/10ms", "10ms|20ms|30ms|40ms")]
    [InlineData("1Mbps..16Mbps/x2", "1Mbps|2Mbps|4Mbps|8Mbps|16Mbps")]
    [InlineData("0%..1%/0.5%", "0%|0.5%|1%")]
    [InlineData("1..4", "1|2|3|4")]
    [InlineData("0.1..0.3/0.1", "0.1|0.2|0.3")]
    [InlineData("10 packets..40 packets/x2", "10 packets|20 packets|40 packets")]
    [InlineData("1KB,4KB..8KB/2KB", "1KB|4KB|6KB|8KB")]
    public void Range_stands_for_each_of_its_steps(string text, string expected) => Assert.Equal(expected.Split('|'), ValueList.Parse(text));

    [Theory]
    [InlineData("../data/rates.csv")]
    [InlineData("cubic..reno")]
    public void What_only_looks_like_a_range_is_a_value(string text) => Assert.Equal([text], ValueList.Parse(text));

    [Theory]
    [InlineData("1,,2", "empty value")]
    [InlineData("", "empty value")]
    [InlineData("1,2,1", "\"1\" more than once")]
    [InlineData("f(1", "'(' that nothing closes")]
    [InlineData("f]1", "']' that nothing opens")]
    [InlineData("\"1", "not closed")]
    [InlineData("10ms..50ms", "no step")]
    [InlineData("50ms..10ms/10ms", "falls")]
    [InlineData("10ms..50Mbps/x2", "one unit to another")]
    [InlineData("10ms..50ms/0ms", "never ends")]
    [InlineData("10ms..50ms/x1", "never ends")]
    [InlineData("10ms..50ms/ten", "step \"ten\"")]
    [InlineData("1ns..9ns/x1.5", "does not come out even")]
    [InlineData("1..100000", "more than 10000 values")]
    public void What_is_no_list_says_why(string text, string why) =>
        Assert.Contains(why, Assert.Throws<SweepException>(() => ValueList.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1..3,7", new long[] { 1, 2, 3, 7 }, "1..3,7")]
    [InlineData("9,8", new long[] { 9, 8 }, "9,8")]
    [InlineData("0", new long[] { 0 }, "0")]
    public void Seeds_are_ranges_and_numbers_and_are_written_back_the_same(string text, long[] seeds, string written)
    {
        Assert.Equal(seeds, SweepSeeds.Parse(text));
        Assert.Equal(written, SweepSeeds.Format(seeds));
    }

    [Theory]
    [InlineData("3..1", "from the lesser to the greater")]
    [InlineData("1,1..2", "has 1 twice")]
    [InlineData("one", "takes seeds such as")]
    [InlineData("", "takes seeds such as")]
    [InlineData("18446744073709551615", "as far as a database counts")]
    public void What_are_no_seeds_says_why(string text, string why) =>
        Assert.Contains(why, Assert.Throws<SweepException>(() => SweepSeeds.Parse(text)).Message, StringComparison.Ordinal);
}
