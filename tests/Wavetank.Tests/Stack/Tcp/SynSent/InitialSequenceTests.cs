using Wavetank.Packets;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.SynSent;

/// <summary>Where sequence numbers begin.</summary>
public sealed class InitialSequenceTests
{
    private readonly TestClock _clock = new();

    // Proves RFC 9293 MUST-8.
    [Fact]
    public void A_second_later_the_same_ends_start_a_quarter_of_a_million_further()
    {
        TestHost host = Host(seed: 1);
        uint first = Choose(host, 1000);
        _clock.RunFor(1000);

        Assert.Equal(250_000u, Choose(host, 1000) - first);
    }

    // Proves RFC 9293 SHLD-1.
    [Fact]
    public void Other_ends_and_other_secrets_start_elsewhere()
    {
        TestHost host = Host(seed: 1);
        uint[] byPort = [.. Enumerable.Range(1000, 100).Select(port => Choose(host, (ushort)port))];
        uint[] bySecret = [.. Enumerable.Range(1, 100).Select(seed => Choose(Host((ulong)seed), 1000))];

        Assert.Equal(100, byPort.Distinct().Count());
        Assert.Equal(100, bySecret.Distinct().Count());
        Assert.True(byPort.Zip(byPort.Skip(1), (a, b) => b - a).Distinct().Count() > 90);
    }

    private static uint Choose(TestHost host, ushort port) =>
        host.Tcp.ChooseInitialSequence(new TransportAddress(host.Address, port), new TransportAddress(Address.Parse("10.0.0.2"), 80), out _);

    private TestHost Host(ulong seed) => new(_clock, new PacketPool(), "10.0.0.1", seed);
}
