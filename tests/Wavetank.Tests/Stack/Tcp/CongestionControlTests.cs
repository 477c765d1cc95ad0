using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Congestion;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp;

/// <summary>What every row of the table must do, and what is special to some.</summary>
public sealed class CongestionControlTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names() => [.. CongestionControlTable.Rows.Select(row => row.Name)];

    // Proves RFC 9293 MAY-18.
    [Theory]
    [MemberData(nameof(Names))]
    public void It_fills_a_clean_link(string name)
    {
        (double share, _) = ShareOf(name, rate: 20_000_000, delayMilliseconds: 20, loss: 0, queue: 70, seconds: 20);
        Assert.True(share > 0.9, $"{name}: {share:P1}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gets_a_stream_through_loss_and_reordering(string name)
    {
        var pair = new TcpPair(7);
        pair.Both(pipe => (pipe.Loss, pipe.Reorder, pipe.Duplicate) = (0.02, 0.05, 0.01));
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.CongestionControl = name);
        var transfer = new StreamTransfer(client, server, 1_000_000);
        transfer.Start();
        pair.Clock.RunToEnd();
        Assert.True(transfer.IsIntact && transfer.Ended && transfer.ReadSoFar == 1_000_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_flows_share_fairly(string name)
    {
        double first = 0;
        double second = 0;
        var pair = new TcpPair(3);
        pair.Both(pipe => pipe.DelayMilliseconds = 10);
        pair.Forward.Rate = 20_000_000;
        pair.Forward.QueueLimit = 40;
        (TcpConnection a, TcpConnection serverA) = pair.Establish(settings => settings.CongestionControl = name);
        TcpConnection b = pair.Connect(settings => settings.CongestionControl = name, new TestUser());
        pair.Clock.RunFor(500);
        TcpConnection serverB = pair.Listener.TryAccept()!;
        new StreamTransfer(a, serverA, long.MaxValue / 2) { Verify = false }.Start();
        new StreamTransfer(b, serverB, long.MaxValue / 2) { Verify = false }.Start();
        pair.Clock.RunFor(20_000);
        (long startA, long startB) = (a.Statistics.BytesAcknowledged, b.Statistics.BytesAcknowledged);
        pair.Clock.RunFor(100_000);
        (first, second) = (a.Statistics.BytesAcknowledged - startA, b.Statistics.BytesAcknowledged - startB);
        double jain = (first + second) * (first + second) / (2 * ((first * first) + (second * second)));
        output.WriteLine($"{name}: {first / 1e6:F1} and {second / 1e6:F1} MB, Jain {jain:F3}");
        Assert.True(jain >= 0.95, $"{name}: Jain {jain:F3}");
    }

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
