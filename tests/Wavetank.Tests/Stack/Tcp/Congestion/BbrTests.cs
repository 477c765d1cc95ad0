using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>BBR's phases on a link of 10 Mbit/s and 40 ms, seen from its pacing rate and its window.</summary>
public sealed class BbrTests(ITestOutputHelper output)
{
    // Bytes a second that the link carries, and what BBR paces at: one per cent less.
    private const double Bandwidth = 10e6 / 8;
    private const double Cruise = Bandwidth * 0.99;

    [Fact]
    public void Startup_sends_at_two_over_ln_two_and_drains_at_its_inverse()
    {
        List<(double At, double Rate, int Cwnd)> samples = Run(2);
        double most = samples.Max(sample => sample.Rate);
        double after = samples.SkipWhile(sample => sample.Rate < most).Min(sample => sample.Rate);
        output.WriteLine($"{most / Cruise:F3}, then {after / Cruise:F3}");
        Assert.Equal(2.885, most / Cruise, 0.15);
        Assert.Equal(0.347, after / Cruise, 0.03);

        // The pipe is full after three rounds without growth: within a second here.
        Assert.True(samples.First(sample => sample.Rate < Cruise / 2 && sample.At > 0.2).At < 1);
    }

    [Fact]
    public void In_the_steady_state_it_probes_in_one_of_eight_rounds_and_drains_in_the_next()
    {
        List<double> rates = [.. Run(9).Where(sample => sample.At > 3).Select(sample => sample.Rate / Cruise)];
        double up = Share(rates, 1.25);
        double down = Share(rates, 0.75);
        double cruise = Share(rates, 1);
        output.WriteLine($"up {up:P1}, down {down:P1}, cruise {cruise:P1}");
        Assert.InRange(up, 0.08, 0.25);
        Assert.InRange(down, 0.03, 0.2);
        Assert.InRange(cruise, 0.6, 0.85);
        Assert.True(up + down + cruise > 0.95);
    }

    [Fact]
    public void Every_ten_seconds_it_looks_at_the_round_trip_time_with_four_segments()
    {
        List<(double At, double Rate, int Cwnd)> samples = Run(35);
        var starts = new List<double>();
        var lengths = new List<double>();
        bool inside = false;
        foreach ((double at, _, int cwnd) in samples.Where(sample => sample.At > 1))
        {
            if (cwnd <= 4 && !inside)
            {
                starts.Add(at);
            }
            else if (cwnd > 4 && inside)
            {
                lengths.Add(at - starts[^1]);
            }

            inside = cwnd <= 4;
        }

        output.WriteLine($"starts {string.Join(" ", starts.Select(x => x.ToString("F2")))}; lengths {string.Join(" ", lengths.Select(x => x.ToString("F2")))}");
        Assert.Equal(3, starts.Count);
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 10, 10.8));
        Assert.All(lengths, length => Assert.InRange(length, 0.2, 0.4));
    }

    private static double Share(List<double> rates, double level) => rates.Count(rate => Math.Abs(rate - level) < 0.06) / (double)rates.Count;

    private static List<(double At, double Rate, int Cwnd)> Run(int seconds)
    {
        var pair = new TcpPair();
        pair.Both(pipe => pipe.DelayMilliseconds = 20);
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.CongestionControl = "bbr");
        (pair.Forward.Rate, pair.Forward.QueueLimit) = (10_000_000, 200);
        new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false }.Start();
        var samples = new List<(double, double, int)>();
        for (int i = 0; i < seconds * 1000; i++)
        {
            pair.Clock.RunFor(1);
            samples.Add((i / 1000.0, client.PacingRate, client.Cwnd));
        }

        return samples;
    }
}
