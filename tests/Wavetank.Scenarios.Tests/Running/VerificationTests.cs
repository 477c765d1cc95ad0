using System.Net;
using Wavetank.Devices;
using Wavetank.Recording.EventLog;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Running;
using Wavetank.Scenarios.Tests.Support;
using Wavetank.Sockets;

namespace Wavetank.Scenarios.Tests.Running;

public sealed class VerificationTests
{
    private static readonly Scenario Lossy = Lab.Parse(Lab.Good.Replace("count: 1000", "count: 50", StringComparison.Ordinal));

    [Fact]
    public void The_same_seed_gives_the_same_digest_in_every_run()
    {
        DeterminismReport report = Verification.Verify(Lossy, runs: 3);

        Assert.True(report.IsDeterministic, report.Describe());
        Assert.Equal(3, report.Digests.Count);
    }

    [Fact]
    public void Another_seed_gives_another_digest() =>
        Assert.NotEqual(
            Verification.Verify(Lossy).Digests[0],
            Verification.Verify(Lossy with { Seed = Lossy.Seed + 1 }).Digests[0]);

    [Fact]
    public void A_program_that_follows_the_real_clock_is_found_with_the_first_event_that_differs()
    {
        // Stands for a real clock: it never says the same twice.
        int clock = 0;

        DeterminismReport report = Verification.Verify(Lossy, prepare: network => SendAfter(network, TimeSpan.FromMilliseconds(++clock)));

        Assert.False(report.IsDeterministic);
        Assert.NotNull(report.Difference);
        Assert.Contains("link/client-1-core/forward", report.Difference.Left + report.Difference.Right, StringComparison.Ordinal);
        Assert.Contains("The first difference is at event ", report.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_draws_from_the_platforms_random_numbers_is_found()
    {
        DeterminismReport report = Verification.Verify(Lossy, prepare: network =>
        {
            byte[] content = new byte[32];
            Random.Shared.NextBytes(content);
            Send(network, content);
        });

        Assert.False(report.IsDeterministic);
        Assert.True(report.Difference?.IsPayloadOnly, report.Describe());
    }

    [Fact]
    public void A_verification_that_is_stopped_says_so() =>
        Assert.Throws<OperationCanceledException>(() => Verification.Verify(Lossy, running: run => run.Stop()));

    private static void SendAfter(Network network, TimeSpan delay)
    {
        var client = (Host)network.FindDevice("client-1");
        client.Run(async () =>
        {
            await Task.Delay(delay, network.TimeProvider);
            using var udp = new UdpClient();
            await udp.SendAsync(new byte[8], new IPEndPoint(((Host)network.FindDevice("server")).Address, 9));
        });
    }

    private static void Send(Network network, byte[] content)
    {
        var client = (Host)network.FindDevice("client-1");
        client.Run(async () =>
        {
            using var udp = new UdpClient();
            await udp.SendAsync(content, new IPEndPoint(((Host)network.FindDevice("server")).Address, 9));
        });
    }
}
