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

    // Proves RFC 9293 §3.4, §3.6.
    [Fact]
    public void Streams_are_prefixes_and_nothing_stays_whatever_happens()
    {
        long read = 0;
        Prop.ForAll(ConnectionCases.All, theCase => read += ConnectionRun.Check(theCase)).Check(Cases);
        Assert.True(read / (IsLong ? Many : Few) > 20_000, $"{read} bytes were read, which shows little");
    }
}
