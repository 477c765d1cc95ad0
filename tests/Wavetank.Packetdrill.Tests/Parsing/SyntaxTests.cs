namespace Wavetank.Packetdrill.Tests.Parsing;

/// <summary>What cannot be read is named with file, line and column, all of it at once.</summary>
public sealed class SyntaxTests
{
    [Theory]
    [InlineData("+0 < S 0:10(0) win 1", 1, 8, "0:10 is not 0 bytes")]
    [InlineData("+0 > Z 0:0(0)", 1, 6, "the flags of a segment")]
    [InlineData("+0 > . 1:1(0) <mss>", 1, 19, "maximum segment size")]
    [InlineData("+0 > . 1:1(0) <msx 5>", 1, 16, "'msx' is no TCP option")]
    [InlineData("+0 > . 1:1(0) win 70000", 1, 19, "lies between 0 and 65535")]
    [InlineData("+0 > . 1:1(0) <nop,nop,TS val 1>", 1, 32, "'ecr'")]
    [InlineData("+0 > [foo] . 1:1(0)", 1, 7, "'foo' is not known of an IP header")]
    [InlineData("+0 read(3, ..., 10", 1, 19, "',' or ')'")]
    [InlineData("+0 read(3, ..., 10) 5", 1, 21, "'='")]
    [InlineData("+0 write(3, \"abc, 10) = 10", 1, 13, "not closed")]
    [InlineData("+0 %{ assert 1", 1, 6, "'}%' is missing")]
    [InlineData("+0 `true", 1, 5, "'`' is missing")]
    [InlineData("+.2~+.1 > . 1:1(0)", 1, 4, "ends before it starts")]
    [InlineData("+.1~.2 > . 1:1(0)", 1, 4, "both ends")]
    [InlineData("+0...1 > . 1:1(0)", 1, 1, "only a system call")]
    [InlineData("now > . 1:1(0)", 1, 1, "the time of an event")]
    [InlineData("", 1, 1, "no events")]
    [InlineData("/* no end", 1, 3, "the comment is not closed")]
    public void A_mistake_is_named_with_its_place(string script, int line, int column, string message)
    {
        ScriptProblem problem = Assert.Single(ProblemsOf(script));

        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        const string Script = """
            // three mistakes, and between them lines that are right
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 < S 0:5(0) win 1
            +0 bind(3, ..., ...) = 0
            +0 > Q. 0:0(0)
               ack 1
            +0 listen(3 1) = 0
            """;

        Assert.Equal([(3, 8), (5, 6), (7, 13)], ProblemsOf(Script).Select(problem => (problem.Line, problem.Column)));
    }

    [Fact]
    public void A_problem_reads_as_compilers_write_them() =>
        Assert.Equal("a.pkt:1:1: the script has no events", Assert.Single(ProblemsOf("", "a.pkt")).ToString());

    [Fact]
    public void Whatever_is_cut_off_or_garbled_ends_in_problems_and_never_otherwise()
    {
        foreach (string script in OwnScripts.All.Take(40))
        {
            string text = OwnScripts.TextOf(script);
            for (int length = 0; length < text.Length; length += 7)
            {
                Read(text[..length]);
                Read(string.Concat(text.AsSpan(0, length), "\u0001}%`<", text.AsSpan(length)));
            }
        }

        static void Read(string text)
        {
            try
            {
                PacketdrillScript.Parse(text);
            }
            catch (ScriptSyntaxException exception)
            {
                Assert.NotEmpty(exception.Problems);
            }
        }
    }

    private static IReadOnlyList<ScriptProblem> ProblemsOf(string script, string file = "script.pkt") =>
        Assert.Throws<ScriptSyntaxException>(() => PacketdrillScript.Parse(script, file)).Problems;
}
