using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Congestion;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>What is special to some; what all must do stands in CongestionControlConformance.</summary>
public sealed class CongestionControlTests(ITestOutputHelper output)
{
    [Fact]
    public void Bbr_keeps_a_lossy_link_busy_where_cubic_does_not()
    {
        (double bbr, _) = ShareOf("bbr", 20_000_000, 20, loss: 0.05, queue: 100, seconds: 60);
        (double cubic, _) = ShareOf("cubic", 20_000_000, 20, loss: 0.05, queue: 100, seconds: 60);
        output.WriteLine($"bbr {bbr:P1}, cubic {cubic:P1}");
        Assert.True(bbr > 0.85 && cubic < 0.10, $"bbr {bbr:P1}, cubic {cubic:P1}");
    }

    [Fact]
    public void An_unknown_name_is_told_with_the_known_ones()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CongestionControlTable.Create("vegas"));
        Assert.Contains("cubic, reno, bbr, dctcp", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cube_root_is_exact()
    {
        for (long root = 0; root < 3000; root++)
        {
            Assert.Equal(root, Cubic.CubeRoot(root * root * root));
            Assert.Equal(root, Cubic.CubeRoot(((root + 1) * (root + 1) * (root + 1)) - 1));
        }
    }

    [Fact]
    public void Cubic_follows_its_curve_to_the_nearest_segment()
    {
        for (long time = 0; time < 20_000; time++)
        {
            double seconds = time / 1024.0;
            Assert.InRange(Cubic.Change(time) - (0.4 * seconds * seconds * seconds), -0.501, 0.501);
        }
    }

    /// <summary>Goodput's share of the rate, payload only (1448 of 1500 bytes are payload at best).</summary>
    private static (double Share, TcpInfo Info) ShareOf(string name, long rate, double delayMilliseconds, double loss, int queue, double seconds)
    {
        var pair = new TcpPair(5);
        pair.Both(pipe => pipe.DelayMilliseconds = delayMilliseconds);
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.CongestionControl = name);
        (pair.Forward.Rate, pair.Forward.QueueLimit, pair.Forward.Loss) = (rate, queue, loss);
        new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false }.Start();
        pair.Clock.RunFor(seconds * 1000);
        return (client.Statistics.BytesAcknowledged * 8 / (rate * seconds), client.GetInfo());
    }
}
