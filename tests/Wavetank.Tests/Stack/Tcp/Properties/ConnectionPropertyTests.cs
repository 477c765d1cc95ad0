using FsCheck;
using FsCheck.Fluent;

namespace Wavetank.Tests.Stack.Tcp.Properties;

/// <summary>Whatever a network does to a connection, and whenever its ends let go of it: streams are prefixes, and nothing stays.</summary>
public sealed class ConnectionPropertyTests
{
    /// <summary>The same cases at every run; with WAVETANK_LONG=1 many more, and others each time.</summary>
    private static Config Cases => Environment.GetEnvironmentVariable("WAVETANK_LONG") == "1"
        ? Config.QuickThrowOnFailure.WithMaxTest(30_000)
        : Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_26, 11);

    // Proves RFC 9293 §3.4, §3.6.
    [Fact]
    public void Streams_are_prefixes_and_nothing_stays_whatever_happens() =>
        Prop.ForAll(ConnectionCases.All, ConnectionRun.Check).Check(Cases);
}
