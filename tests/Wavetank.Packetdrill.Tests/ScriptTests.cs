namespace Wavetank.Packetdrill.Tests;

/// <summary>The project's own scripts: each says what Linux does. Each runs over IPv4 and IPv6, unless it chooses.</summary>
public sealed class ScriptTests
{
    private const ulong Seeds = 8;

    private static readonly string[] Groups =
    [
        "backlog", "close", "congestion-control", "delayed-ack", "ecn", "fast-retransmit", "half-close", "handshake", "icmp-errors", "keep-alive",
        "mss-pmtu", "nagle", "ports", "rack-tlp", "receive-window", "retransmission", "rst", "rto", "sack", "sockets", "tcp-info", "time-wait", "timestamps",
        "udp", "undo", "window-scaling", "zero-window",
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Rows =>
        from script in OwnScripts.All
        from family in OwnScripts.FamiliesOf(script)
        select new TheoryDataRow<string, string>(script, family);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Script_holds_or_differs_as_known(string script, string family)
    {
        ScriptResult result = OwnScripts.Run(script, family);

        if (OwnScripts.KnownDifferences.TryGetValue(script, out string? reason))
        {
            Assert.True(
                result.Verdict == ScriptVerdict.Failed,
                $"{script} is listed as a known difference ({reason}), but its verdict is {result.Verdict}. Take it off known-differences.txt.");
        }
        else
        {
            Assert.True(result.Verdict == ScriptVerdict.Passed, result.Message);
        }
    }

    [Fact]
    public void Known_differences_name_scripts_that_exist() =>
        Assert.All(OwnScripts.KnownDifferences.Keys, script => Assert.Contains(script, OwnScripts.All));

    [Fact]
    public void Every_group_has_scripts() =>
        Assert.Equal(Groups, OwnScripts.All.Select(script => script.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_verdict_depends_on_the_seed() => Assert.All(OwnScripts.All, script =>
    {
        string family = OwnScripts.FamiliesOf(script)[0];
        ScriptResult first = OwnScripts.Run(script, family);
        for (ulong seed = 2; seed <= Seeds; seed++)
        {
            AssertSame(first, OwnScripts.Run(script, family, seed));
        }
    });

    /// <summary>Numbers from where data passes the ends of both halves of the circle early or late in a script.</summary>
    [Theory]
    [InlineData(0x7FFF_FFFF)]
    [InlineData(0x7FFF_FC00)]
    [InlineData(0x7FFF_C000)]
    [InlineData(0xFFFF_FFFE)]
    [InlineData(0xFFFF_FFFF)]
    [InlineData(0xFFFF_FC00)]
    [InlineData(0xFFFF_C000)]
    [InlineData(0)]
    public void No_verdict_depends_on_the_initial_sequence_number(uint sequence) => Assert.All(OwnScripts.All, script =>
    {
        string family = OwnScripts.FamiliesOf(script)[0];
        AssertSame(OwnScripts.Run(script, family), OwnScripts.Run(script, family, initialSequence: sequence));
    });

    private static void AssertSame(ScriptResult expected, ScriptResult actual) =>
        Assert.Equal(expected, actual, (a, b) => a.Verdict == b.Verdict && a.Message == b.Message);
}
