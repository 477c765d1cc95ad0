using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Tests.Reading;

public sealed class WordsTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("loss", "loss", 0)]
    [InlineData("los", "loss", 1)]
    [InlineData("lsos", "loss", 1)]
    [InlineData("delay", "dealy", 1)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_slips_and_a_swap_as_one(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right));
        Assert.Equal(expected, EditDistance.Between(right, left));
    }

    [Theory]
    [InlineData("dealy", "delay")]
    [InlineData("DELAY", "delay")]
    [InlineData("jit", "jitter")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void Nearest_known_name_is_suggested_or_none(string unknown, string? expected) =>
        Assert.Equal(expected, Suggestion.Nearest(unknown, ["rate", "delay", "jitter", "loss"]));

    [Fact]
    public void First_of_equally_near_names_is_suggested() =>
        Assert.Equal("client-1", Suggestion.Nearest("client-9", ["client-1", "client-2"]));

    [Theory]
    [InlineData("Mps", "Mbps")]
    [InlineData("Gps", "Gbps")]
    public void Of_equally_near_names_the_one_that_begins_alike_is_suggested(string unknown, string expected) =>
        Assert.Equal(expected, Suggestion.Nearest(unknown, ["bps", "kbps", "Mbps", "Gbps"]));

    [Fact]
    public void One_slip_is_nearer_than_a_shorter_form() =>
        Assert.Equal("drops-queue-full", Suggestion.Nearest("drops-queue-ful", ["drops", "drops-queue-full"]));

    [Fact]
    public void A_link_named_from_its_other_end_is_suggested() =>
        Assert.Equal("client-server", Suggestion.Nearest("server-client", ["uplink-1", "client-server"]));

    [Fact]
    public void Quoted_text_cannot_reach_the_terminal() =>
        Assert.Equal("\"\\u001b[31mred\\u202e\\n\"", Quoted.Text("\u001b[31mred\u202e\n"));

    [Fact]
    public void Quoted_text_is_short() =>
        Assert.Equal(63, Quoted.Text(new string('x', 1_000_000)).Length);
}
