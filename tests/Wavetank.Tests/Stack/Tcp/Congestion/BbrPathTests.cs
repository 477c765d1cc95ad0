using Wavetank.Engine;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>BBR on paths that are no plain links: a policer that drops what is above its rate, and acknowledgments that come in bunches.</summary>
public sealed class BbrPathTests(ITestOutputHelper output)
{
    private const long Policed = 10_000_000;

    [Fact]
    public void A_policers_rate_is_found_and_kept_to_for_48_rounds()
    {
        var pair = new TcpPair();
        TcpConnection client = Start(pair, rate: 100_000_000);
        var bucket = new TokenBucket(pair.Clock, Policed, bytes: 60_000);
        pair.Forward.Loses = packet => !bucket.Takes(packet.Length);
        var rates = new List<double>();
        for (int i = 0; i < 30_000; i++)
        {
            pair.Clock.RunFor(1);
            rates.Add(client.PacingRate / (Policed / 8.0));
        }

        // Without the search the rate would rise by a quarter every eighth round. 48 rounds of 40 ms are 1.9 s.
        int longest = LongestSteady(rates, out int at);
        double lost = client.Statistics.SegmentsRetransmitted / (double)client.Statistics.SegmentsSent;
        output.WriteLine($"steady for {longest} ms at {rates[at]:F3} from {at} ms, {lost:P1} sent again");
        Assert.InRange(longest, 1_900, 2_600);
        Assert.InRange(rates[at], 0.95, 1.01);
    }

    [Fact]
    public void Loss_at_random_is_no_policer()
    {
        var pair = new TcpPair();
        TcpConnection client = Start(pair, Policed);
        pair.Forward.Loss = 0.05;
        var rates = new List<double>();
        for (int i = 0; i < 20_000; i++)
        {
            pair.Clock.RunFor(1);
            rates.Add(client.PacingRate / (Policed / 8.0));
        }

        Assert.InRange(LongestSteady(rates, out _), 1, 700);
    }

    [Fact]
    public void Acknowledgments_in_bunches_do_not_leave_the_link_idle()
    {
        var pair = new TcpPair();
        TcpConnection client = Start(pair, rate: 40_000_000, delay: 2);
        pair.Server.OnSend = packet => pair.Clock.Queue.Schedule(
            new Later(() => pair.Backward.Send(packet)), ((pair.Clock.Now / (20 * TestClock.Millisecond)) + 1) * 20 * TestClock.Millisecond);
        pair.Clock.RunFor(5_000);
        long before = client.Statistics.BytesAcknowledged;
        pair.Clock.RunFor(10_000);

        double share = (client.Statistics.BytesAcknowledged - before) * 8 / (40e6 * 10);
        output.WriteLine($"{share:P1}");
        Assert.InRange(share, 0.85, 1);
    }

    private static TcpConnection Start(TcpPair pair, long rate, double delay = 20)
    {
        pair.Both(pipe => pipe.DelayMilliseconds = delay);
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.CongestionControl = "bbr");
        (pair.Forward.Rate, pair.Forward.QueueLimit) = (rate, 500);
        new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false }.Start();
        return client;
    }

    /// <summary>Milliseconds of the longest time in which the rate stayed as it was, by 2 %.</summary>
    private static int LongestSteady(List<double> rates, out int at)
    {
        (int longest, int from) = (0, 0);
        at = 0;
        for (int i = 1; i < rates.Count; i++)
        {
            from = Math.Abs((rates[i] / rates[from]) - 1) < 0.02 ? from : i;
            if (i - from > longest)
            {
                (longest, at) = (i - from, from);
            }
        }

        return longest;
    }

    private sealed class TokenBucket(TestClock clock, long rate, long bytes)
    {
        private double _tokens = bytes;
        private long _at = clock.Now;

        public bool Takes(int length)
        {
            _tokens = Math.Min(bytes, _tokens + ((clock.Now - _at) / 1e9 * rate / 8));
            _at = clock.Now;
            if (_tokens < length)
            {
                return false;
            }

            _tokens -= length;
            return true;
        }
    }

    private sealed class Later(Action action) : SimulationEvent
    {
        protected internal override void Fire() => action();
    }
}
