using Wavetank.Devices;
using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class DelayTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _host;

    public DelayTests() => _host = _net.AddHost("host");

    private TimeProvider Time => _net.TimeProvider;

    public void Dispose() => _net.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(9_999)]
    [InlineData(19_999)]
    [InlineData(36_000_000_001)]
    public void A_delay_takes_exactly_its_time_below_a_millisecond_too(long ticks) => Run(async () =>
    {
        await Time.Delay(TimeSpan.FromTicks(ticks));
        Assert.Equal(ticks * 100, _net.Now.Nanoseconds);
        await _net.Delay(TimeSpan.FromTicks(ticks)).ConfigureAwait(false);
        Assert.Equal(ticks * 200, _net.Now.Nanoseconds);
    });

    [Fact]
    public void A_delay_until_an_instant_ends_at_its_nanosecond_and_one_that_has_passed_is_not_waited_for() => Run(async () =>
    {
        await _net.DelayUntil(new SimulationTime(1_000_003));
        Assert.Equal(1_000_003, _net.Now.Nanoseconds);
        await _net.DelayUntil(new SimulationTime(5));
        await _net.Delay(TimeSpan.Zero);
        Assert.Equal(1_000_003, _net.Now.Nanoseconds);
    });

    [Fact]
    public void A_blocking_program_sleeps_exactly_too()
    {
        _host.RunBlocking(() => _net.Sleep(TimeSpan.FromMicroseconds(500)));
        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(500_000, _net.Now.Nanoseconds);
    }

    [Fact]
    public void A_cancelled_delay_ends_at_the_instant_of_cancellation_and_leaves_nothing_behind()
    {
        Run(async () =>
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMicroseconds(500), Time);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Time.Delay(TimeSpan.FromHours(1), source.Token));
            Assert.Equal(500_000, _net.Now.Nanoseconds);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Time.Delay(TimeSpan.FromHours(1), source.Token));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Time.Delay(Timeout.InfiniteTimeSpan, source.Token));
        });
        Assert.Equal(500_000, _net.Now.Nanoseconds);
    }

    [Fact]
    public void Delays_that_overlap_end_in_the_order_of_their_times()
    {
        var order = new List<int>();
        foreach (int microseconds in (int[])[30, 10, 20, 10])
        {
            _host.Run(async () =>
            {
                for (int i = 0; i < 3; i++)
                {
                    await _net.Delay(TimeSpan.FromMicroseconds(microseconds));
                }

                order.Add(microseconds);
            });
        }

        _net.Run();
        Assert.Equal([10, 10, 20, 30], order);
    }

    [Fact]
    public void A_negative_delay_is_refused() => Run(async () =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _net.Delay(TimeSpan.FromTicks(-5))));

    [Fact]
    public void A_delay_allocates_nothing_in_the_steady_state()
    {
        var meter = new AllocationMeter();
        Run(async () =>
        {
            for (int i = 0; i <= 4000; i++)
            {
                if (i % 1000 == 0)
                {
                    meter.Mark();
                }

                await Time.Delay(TimeSpan.FromMicroseconds(3));
            }
        });
        Assert.Equal(0, meter.Least);
    }

    private void Run(Func<Task> program)
    {
        _host.Run(program);
        Assert.Equal(RunEnd.Completed, _net.Run().End);
    }
}
