using System.Net;
using Wavetank.Cli.Tests.Support;
using Wavetank.Devices;
using Wavetank.Sockets;

namespace Wavetank.Cli.Tests;

/// <summary>Runs that are not what they must be: the exit status, and what is printed.</summary>
public sealed class FailingRunTests
{
    [Fact]
    public void Verify_ends_with_1_and_names_the_first_event_that_differs()
    {
        using var lab = new Lab();

        // Stands for a real clock: it never says the same twice.
        int clock = 0;
        CommandResult result = Command.RunOn(network => SendAt(network, TimeSpan.FromMilliseconds(++clock)), "verify", lab.Scenario);

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Assert.Matches("^The runs differ: [0-9a-f]{16}, [0-9a-f]{16}\n", result.Output);
        Assert.Contains("The first difference is at event ", result.Output, StringComparison.Ordinal);
        Assert.Contains("link/client-1-core/forward", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Errors);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("verify")]
    public void A_broken_invariant_ends_with_3_and_one_line(string verb)
    {
        using var lab = new Lab();

        CommandResult result = Command.RunOn(BreakAtOneMillisecond, verb, lab.Scenario, "--check-invariants");

        Assert.Equal(ExitCode.RunFailed, result.ExitCode);
        Assert.Matches("^wavetank: A rule was broken at [0-9.]+ s in link/client-1-core/forward: packets taken .*", Assert.Single(result.Errors));
        Assert.Empty(result.Output);
    }

    /// <summary>A packet that the link is told of and that never was.</summary>
    private static void BreakAtOneMillisecond(Network network) =>
        network.At(TimeSpan.FromMilliseconds(1), () => network.Links[0].First.Outgoing.Invariants!.OnOffered());

    private static void SendAt(Network network, TimeSpan time)
    {
        var client = (Host)network.FindDevice("client-1");
        client.Run(async () =>
        {
            await Task.Delay(time, network.TimeProvider);
            using var udp = new UdpClient();
            await udp.SendAsync(new byte[8], new IPEndPoint(((Host)network.FindDevice("server")).Address, 9));
        });
    }
}
