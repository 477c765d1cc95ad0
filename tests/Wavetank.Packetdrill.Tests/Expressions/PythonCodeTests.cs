using Wavetank.Packetdrill.Expressions;

namespace Wavetank.Packetdrill.Tests.Expressions;

public sealed class PythonCodeTests
{
    private readonly Dictionary<string, object> _variables = [];
    private readonly List<string> _printed = [];

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 // 2", "3")]
    [InlineData("-7 // 2", "-4")]
    [InlineData("-7 % 3", "2")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("10 / 5", "2.0")]
    [InlineData("1 << 4 | 3", "19")]
    [InlineData("~5 & 0xf", "10")]
    [InlineData("1 < 2 < 3", "True")]
    [InlineData("1 < 3 < 2", "False")]
    [InlineData("not 1 == 2", "True")]
    [InlineData("0 or 5", "5")]
    [InlineData("0 and nothing", "0")]
    [InlineData("1 or 1 / 0", "1")]
    [InlineData("min(3, 1, 2) + max(1, 2)", "3")]
    [InlineData("abs(-4)", "4")]
    [InlineData("'cwnd=%d of %s' % (tcpi_snd_cwnd, 'ten')", "cwnd=10 of ten")]
    [InlineData("tcpi_snd_cwnd * 1.5", "15.0")]
    public void Expressions_have_the_values_that_Python_gives(string expression, string value)
    {
        Run($"print({expression})");

        Assert.Equal([value], _printed);
    }

    [Fact]
    public void Variables_live_from_one_piece_of_code_to_the_next()
    {
        Run("before = tcpi_snd_cwnd; # a comment\n");
        Run("assert before == 10\nassert before + 1 == 11, 'eleven'");
    }

    [Fact]
    public void An_assertion_that_does_not_hold_says_where_and_what()
    {
        AssertionFailedException failure = Assert.Throws<AssertionFailedException>(() => Run("assert True\nassert tcpi_snd_cwnd == 9, tcpi_snd_cwnd"));

        Assert.Equal("10", failure.Message);
        Assert.Equal(12, failure.Offset);
    }

    [Theory]
    [InlineData("import os")]
    [InlineData("assert (1")]
    [InlineData("assert 1 2")]
    [InlineData("assert unknown == 1")]
    [InlineData("assert 1 / 0")]
    [InlineData("print('open)")]
    [InlineData("assert open('f')")]
    public void What_is_not_understood_is_said(string code) => Assert.Throws<PythonException>(() => Run(code));

    private void Run(string code) => PythonCode.Run(code, _variables, name => name == "tcpi_snd_cwnd" ? 10L : null, _printed.Add);
}
