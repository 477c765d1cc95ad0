using Wavetank.Engine;
using Wavetank.Recording.Metrics;

namespace Wavetank.Tests.Recording.Metrics;

public sealed class TimeWeightedAverageTests
{
    [Fact]
    public void A_value_counts_as_long_as_it_held()
    {
        var queue = new TimeWeightedAverage();
        queue.Set(new SimulationTime(10), 4); // 0 for 10 ns
        queue.Set(new SimulationTime(15), 1); // 4 for 5 ns

        Assert.Equal(1.2, queue.Mean(new SimulationTime(25))); // 1 for 10 ns: (20 + 10) / 25
        Assert.Equal(1.0, queue.Mean(new SimulationTime(15)) - (5.0 / 15), 12);
        Assert.Equal(1, queue.Current);
        Assert.Equal(4, queue.Maximum);
    }

    [Fact]
    public void The_mean_begins_where_the_watching_began()
    {
        var queue = new TimeWeightedAverage(new SimulationTime(100), 6);

        Assert.Equal(6, queue.Mean(new SimulationTime(100)));
        queue.Set(new SimulationTime(110), 0);
        Assert.Equal(3, queue.Mean(new SimulationTime(120)));
    }

    [Fact]
    public void The_largest_value_counts_even_if_it_held_for_no_time()
    {
        var queue = new TimeWeightedAverage();
        queue.Set(new SimulationTime(5), 9);
        queue.Set(new SimulationTime(5), 0);

        Assert.Equal(9, queue.Maximum);
        Assert.Equal(0, queue.Mean(new SimulationTime(10)));
    }

    [Fact]
    public void Centuries_of_large_values_do_not_overflow()
    {
        var bytes = new TimeWeightedAverage(SimulationTime.Zero, long.MaxValue);

        Assert.Equal(long.MaxValue, bytes.Mean(SimulationTime.MaxValue));
    }

    [Fact]
    public void Time_does_not_go_back()
    {
        var queue = new TimeWeightedAverage();
        queue.Set(new SimulationTime(5), 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Set(new SimulationTime(4), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Mean(new SimulationTime(4)));
    }
}
