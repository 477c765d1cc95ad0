using Wavetank.Devices;
using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class SimulationTimeProviderTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _host;

    public SimulationTimeProviderTests() => _host = _net.AddHost("host");

    private TimeProvider Time => _net.TimeProvider;

    private long Milliseconds => _net.Now.Nanoseconds % 1_000_000 == 0
        ? _net.Now.Nanoseconds / 1_000_000
        : throw new InvalidOperationException($"{_net.Now} is not a whole number of milliseconds");

    public void Dispose() => _net.Dispose();

    [Fact]
    public void Task_Delay_takes_exactly_its_time() => Run(async () =>
    {
        foreach (int delay in (int[])[1, 10, 250, 3_600_000])
        {
            long before = Milliseconds;
            await Task.Delay(TimeSpan.FromMilliseconds(delay), Time);
            Assert.Equal(before + delay, Milliseconds);
        }
    });

    [Fact]
    public void Task_Delay_counts_whole_milliseconds_as_on_the_platform() => Run(async () =>
    {
        await Task.Delay(TimeSpan.FromMicroseconds(999), Time);
        Assert.Equal(0, Milliseconds);
        await Task.Delay(TimeSpan.FromMicroseconds(1999), Time);
        Assert.Equal(1, Milliseconds);
    });

    [Fact]
    public void A_cancelled_Task_Delay_ends_at_the_instant_of_cancellation() => Run(async () =>
    {
        using var source = new CancellationTokenSource();
        Task delay = Task.Delay(TimeSpan.FromSeconds(10), Time, source.Token);
        _net.At(TimeSpan.FromMilliseconds(50), source.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delay);
        Assert.Equal(50, Milliseconds);
    });

    [Fact]
    public void A_periodic_timer_ticks_without_drift() => Run(async () =>
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(15), Time);
        for (int i = 1; i <= 100; i++)
        {
            Assert.True(await timer.WaitForNextTickAsync());
            Assert.Equal(15 * i, Milliseconds);
        }
    });

    [Fact]
    public void A_periodic_timer_keeps_one_tick_for_a_consumer_that_comes_late() => Run(async () =>
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), Time);
        await Task.Delay(TimeSpan.FromMilliseconds(35), Time);
        await timer.WaitForNextTickAsync();
        Assert.Equal(35, Milliseconds);
        await timer.WaitForNextTickAsync();
        Assert.Equal(40, Milliseconds);
    });

    [Fact]
    public void A_cancellation_source_cancels_after_its_time() => Run(async () =>
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(120), Time);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _net.Simulator.SleepAsync(1000, source.Token));
        Assert.Equal(120, Milliseconds);
        Assert.True(source.IsCancellationRequested);
    });

    [Fact]
    public void CancelAfter_moves_the_time_of_cancellation() => Run(async () =>
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(120), Time);
        source.CancelAfter(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _net.Simulator.SleepAsync(1000, source.Token));
        Assert.Equal(300, Milliseconds);
    });

    [Fact]
    public void WaitAsync_gives_up_after_its_time() => Run(async () =>
    {
        await Assert.ThrowsAsync<TimeoutException>(() => new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromMilliseconds(70), Time));
        Assert.Equal(70, Milliseconds);
        await Task.Delay(TimeSpan.FromMilliseconds(5), Time).WaitAsync(TimeSpan.FromMilliseconds(10), Time);
        Assert.Equal(75, Milliseconds);
    });

    [Fact]
    public void A_timer_fires_after_its_due_time_and_then_at_every_period()
    {
        var ticks = new List<long>();
        ITimer timer = Time.CreateTimer(_ => ticks.Add(Milliseconds), null, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20));
        _net.Run(TimeSpan.FromMilliseconds(70));
        timer.Dispose();
        _net.Run(TimeSpan.FromMilliseconds(70));

        Assert.Equal([5, 25, 45, 65], ticks);
    }

    [Fact]
    public void A_timer_gives_its_state_to_its_callback()
    {
        object? seen = null;
        using ITimer timer = Time.CreateTimer(state => seen = state, "state", TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _net.Run();

        Assert.Equal("state", seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_timer_with_a_period_of_zero_or_infinity_fires_once(int period)
    {
        int ticks = 0;
        using ITimer timer = Time.CreateTimer(_ => ticks++, null, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(period));
        _net.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(1, ticks);
    }

    [Fact]
    public void A_timer_with_an_infinite_due_time_waits_to_be_changed()
    {
        var ticks = new List<long>();
        using ITimer timer = Time.CreateTimer(_ => ticks.Add(Milliseconds), null, Timeout.InfiniteTimeSpan, TimeSpan.FromMilliseconds(10));
        _net.Run(TimeSpan.FromMilliseconds(100));
        Assert.Empty(ticks);

        Assert.True(timer.Change(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(10)));
        _net.Run(TimeSpan.FromMilliseconds(25));
        Assert.Equal([103, 113, 123], ticks);

        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        _net.Run(TimeSpan.FromMilliseconds(100));
        Assert.Equal(3, ticks.Count);
    }

    [Fact]
    public void A_timer_may_be_changed_and_disposed_inside_its_own_callback()
    {
        var ticks = new List<long>();
        ITimer timer = null!;
        timer = Time.CreateTimer(
            _ =>
            {
                ticks.Add(Milliseconds);
                if (ticks.Count == 2)
                {
                    timer.Change(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(1));
                }
                else if (ticks.Count == 4)
                {
                    timer.Dispose();
                }
            },
            null,
            TimeSpan.FromMilliseconds(10),
            TimeSpan.FromMilliseconds(10));
        RunResult result = _net.Run();

        Assert.Equal([10, 20, 120, 121], ticks);
        Assert.Equal(RunEnd.Completed, result.End);
    }

    [Fact]
    public async Task A_disposed_timer_neither_fires_nor_can_be_changed()
    {
        int ticks = 0;
        ITimer timer = Time.CreateTimer(_ => ticks++, null, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        await timer.DisposeAsync();
        timer.Dispose();

        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
        _net.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(0, ticks);
    }

    [Fact]
    public void A_timer_refuses_times_that_the_platform_refuses()
    {
        Assert.Throws<ArgumentNullException>(() => Time.CreateTimer(null!, null, TimeSpan.Zero, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(TimeSpan.FromMilliseconds(-2), TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(TimeSpan.Zero, TimeSpan.FromMilliseconds(-2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(TimeSpan.FromMilliseconds(uint.MaxValue), TimeSpan.Zero));
        Create(TimeSpan.FromMilliseconds(uint.MaxValue - 1), TimeSpan.Zero).Dispose();

        ITimer Create(TimeSpan due, TimeSpan period) => Time.CreateTimer(_ => { }, null, due, period);
    }

    [Fact]
    public void A_timer_sees_the_ambients_of_its_maker_and_not_those_of_whoever_runs_the_loop()
    {
        var ambient = new AsyncLocal<string>();
        string? seen = null;
        Run(async () =>
        {
            ambient.Value = "maker";
            using ITimer timer = Time.CreateTimer(_ => seen = ambient.Value, null, TimeSpan.FromMilliseconds(5), Timeout.InfiniteTimeSpan);
            ambient.Value = "later";
            await Task.Delay(TimeSpan.FromMilliseconds(10), Time);
        });

        Assert.Equal("maker", seen);
        Assert.Null(ambient.Value);
    }

    [Fact]
    public void The_clock_and_the_timestamps_follow_simulated_time() => Run(async () =>
    {
        var epoch = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(epoch, Time.GetUtcNow());
        Assert.Equal(TimeZoneInfo.Utc, Time.LocalTimeZone);
        Assert.Equal(epoch, Time.GetLocalNow());
        Assert.Equal(1_000_000_000, Time.TimestampFrequency);

        long start = Time.GetTimestamp();
        await Task.Delay(TimeSpan.FromMinutes(90), Time);
        Assert.Equal(TimeSpan.FromMinutes(90), Time.GetElapsedTime(start));
        Assert.Equal(epoch + TimeSpan.FromMinutes(90), Time.GetUtcNow());
        Assert.Equal(_net.Now.Nanoseconds, Time.GetTimestamp());
    });

    [Fact]
    public void Ten_thousand_delays_end_in_the_order_of_their_times_and_then_of_their_calls()
    {
        var order = new List<(long Time, int Index)>();
        Run(() => Task.WhenAll(Enumerable.Range(0, 10_000).Select(async index =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1 + (index * 7919L % 100)), Time);
            order.Add((Milliseconds, index));
        })));

        Assert.Equal(10_000, order.Count);
        Assert.Equal(order.Order(), order);
    }

    private void Run(Func<Task> program)
    {
        _host.Run(program);
        Assert.Equal(RunEnd.Completed, _net.Run().End);
    }
}
