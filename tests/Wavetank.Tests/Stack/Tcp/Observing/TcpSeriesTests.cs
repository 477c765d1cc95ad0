using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Observing;

namespace Wavetank.Tests.Stack.Tcp.Observing;

public sealed class TcpSeriesTests
{
    [Fact]
    public void A_bin_keeps_its_first_sample()
    {
        TcpSeries series = Fill(width: 10, times: [3, 5, 9, 10, 12, 31]);

        Assert.Equal([3L, 10, 31], series.Samples.Select(sample => sample.Time));
    }

    [Theory]
    [InlineData(512, 512)]
    [InlineData(513, 257)]
    [InlineData(1_000_000, 489)]
    public void Bins_double_when_they_are_full(int seconds, int kept)
    {
        TcpSeries series = Fill(width: 1, Enumerable.Range(0, seconds).Select(i => (long)i));

        Assert.Equal(kept, series.Samples.Count);
        Assert.Equal(0, series.Samples[0].Time);
        long[] gaps = [.. series.Samples.Zip(series.Samples.Skip(1), (one, next) => next.Time - one.Time).Distinct()];
        Assert.Single(gaps);
    }

    [Fact]
    public void The_last_sample_is_kept_beside_the_others()
    {
        TcpSeries series = Fill(width: 10, times: [0]);
        series.End(new TcpSample { Time = 7, State = TcpState.Closed });

        Assert.Equal([0L, 7], series.Samples.Select(sample => sample.Time));
        Assert.False(series.Wants(1000));
    }

    private static TcpSeries Fill(long width, IEnumerable<long> times)
    {
        var series = new TcpSeries(width);
        foreach (long time in times)
        {
            if (series.Wants(time))
            {
                series.Add(new TcpSample { Time = time });
            }
        }

        return series;
    }
}
