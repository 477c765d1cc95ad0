using FsCheck;
using FsCheck.Fluent;

namespace Wavetank.Tests.Stack.Tcp.Properties;

/// <summary>Whatever a network does to a connection, and whenever its ends let go of it: streams are prefixes, and nothing stays.</summary>
public sealed class ConnectionPropertyTests
{
    private const int Few = 1500;
    private const int Many = 50_000;

    private static bool IsLong => Environment.GetEnvironmentVariable("WAVETANK_LONG") == "1";

    /// <summary>The same cases at every run; with WAVETANK_LONG=1 many more, and others each time.</summary>
    private static Config Cases => IsLong
        ? Config.QuickThrowOnFailure.WithMaxTest(Many)
        : Config.QuickThrowOnFailure.WithMaxTest(Few).WithReplay(2026, 11);

    /// <summary>Cases that once failed.</summary>
    public static TheoryData<string, ConnectionCase> Found() => new()
    {
        {
            "A recovery undone by a timestamp left sacked segments in Open, and a tail loss probe sent one of them again",
            new(178053126, true, 1202, 44, 0, 195, 33, 70, 12, 0, 100, true, true, true,
                new(18_655, 0, Ending.AllWritten, 0, 0, 0, 0, 1_000_000), new(8_179, 200, Ending.AllWritten, 0, 16_781, 0, 0, 1_000_000))
        },
        {
            "A closed end, whose timeout one late acknowledgment had raised to two minutes, gives up as Linux's orphans do",
            new(703391057, false, 5477, 77, 6, 82, 59, 37, 5, 13396, 17, false, true, false,
                new(207_136, 0, Ending.AllWritten, 0, 0, 7400, 1604, 1_000_000), new(41_395, 0, Ending.AllWritten, 0, 0, 19_222, 0, 1_000_000))
        },
    };

    [Theory]
    [MemberData(nameof(Found), DisableDiscoveryEnumeration = true)]
    public void What_once_failed_holds(string what, ConnectionCase theCase) => Assert.True(ConnectionRun.Check(theCase) > 0, what);

    // Proves RFC 9293 §3.4, §3.6.
    [Fact]
    public void Streams_are_prefixes_and_nothing_stays_whatever_happens()
    {
        long read = 0;
        Prop.ForAll(ConnectionCases.All, theCase => read += ConnectionRun.Check(theCase)).Check(Cases);
        Assert.True(read / (IsLong ? Many : Few) > 20_000, $"{read} bytes were read, which shows little");
    }
}
