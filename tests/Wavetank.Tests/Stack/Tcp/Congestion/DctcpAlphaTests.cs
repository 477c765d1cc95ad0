using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>DCTCP (RFC 8257) on a link of 100 Mbit/s and 10 ms, 83 segments, whose queue marks above 20.</summary>
public sealed class DctcpAlphaTests(ITestOutputHelper output)
{
    private const int Threshold = 20;
    private const long Rate = 100_000_000;

    [Fact]
    public void It_keeps_the_link_busy_with_cuts_of_half_of_alpha()
    {
        (double share, int least, int most) = Run("dctcp");
        output.WriteLine($"{share:P1}, window {least} to {most}");
        Assert.InRange(share, 0.95, 1.001);

        // Alizadeh et al. 2010, §3.3: W* = C RTT + K = 103, alpha = sqrt(2 / W*) = 0.14, and so a cut of 7 %.
        Assert.InRange(most, 95, 115);
        Assert.InRange(least / (double)most, 0.85, 0.97);
    }

    [Fact]
    public void Others_halve_for_the_same_marks()
    {
        (_, int least, int most) = Run("reno");
        Assert.InRange(least / (double)most, 0.2, 0.55);
    }

    [Fact]
    public void Where_all_is_marked_it_halves_like_others()
    {
        var pair = new TcpPair();
        TcpConnection client = Start(pair, "dctcp");
        pair.Forward.MarksEvery = 1;
        pair.Clock.RunFor(3000);

        // alpha = 1: half of the window each round trip, down to two segments.
        Assert.InRange(client.Cwnd, 2, 3);
    }

    private static TcpConnection Start(TcpPair pair, string name)
    {
        pair.Both(pipe => pipe.DelayMilliseconds = 5);
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => (settings.CongestionControl, settings.Ecn) = (name, EcnMode.Request));
        (pair.Forward.Rate, pair.Forward.MarksAbove) = (Rate, Threshold);
        new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false }.Start();
        return client;
    }

    private static (double Share, int Least, int Most) Run(string name)
    {
        var pair = new TcpPair();
        TcpConnection client = Start(pair, name);
        pair.Clock.RunFor(5000);
        long before = client.Statistics.BytesAcknowledged;
        (int least, int most) = (int.MaxValue, 0);
        const int Milliseconds = 5000;
        for (int i = 0; i < Milliseconds; i++)
        {
            pair.Clock.RunFor(1);
            least = Math.Min(least, client.Cwnd);
            most = Math.Max(most, client.Cwnd);
        }

        Assert.Equal(0, client.Statistics.SegmentsRetransmitted);
        double bits = (client.Statistics.BytesAcknowledged - before) * 8.0 * 1500 / 1448;
        return (bits / (Rate * Milliseconds / 1000.0), least, most);
    }
}
