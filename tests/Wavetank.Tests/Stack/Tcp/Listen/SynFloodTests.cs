using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Listen;

/// <summary>What a flood of SYNs leaves behind. The memory is that of the whole process, so these tests run alone.</summary>
[Collection(nameof(SynFloodTests))]
[CollectionDefinition(nameof(SynFloodTests), DisableParallelization = true)]
public sealed class SynFloodTests
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.2")]
    [InlineData("2001:db8::1", "2001:db8::2")]
    public void A_flood_leaves_nothing_behind(string us, string them)
    {
        // Both floods come from the same ports, so that the eleven that find room are in both.
        const int Remembered = 11;
        var server = new FloodedListener(us, backlog: Remembered - 1, them);
        server.Flood(50_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        server.Flood(50_000);
        long after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(Remembered, server.Host.Tcp.Connections.Count());
        Assert.Equal(Remembered, server.Clock.Queue.Pending);
        Assert.Equal(100_000 - (2 * Remembered), server.Host.Tcp.Statistics.SynCookiesSent);
        Assert.Equal(0, server.Pool.Rented);
        Assert.True(after - before < 50_000, $"{after - before} bytes for 50,000 SYNs");

        // Nor is there anything that would send an answer again.
        int answered = server.Answered;
        server.Clock.RunFor(100_000);
        Assert.Equal(Remembered * 5, server.Answered - answered);
        Assert.Empty(server.Host.Tcp.Connections);
    }
}
