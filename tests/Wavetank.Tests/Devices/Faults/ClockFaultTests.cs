using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Engine;

namespace Wavetank.Tests.Devices.Faults;

/// <summary>A host's own clock beside the simulation's.</summary>
public sealed class ClockFaultTests : IDisposable
{
    private readonly Network _network = new(seed: 1);
    private readonly Host _host;

    public ClockFaultTests() => _host = _network.AddHost("host");

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_clock_that_nobody_set_is_the_simulations()
    {
        int looks = 0;
        foreach (double second in new[] { 0, 0.1234567, 3600 })
        {
            At(second, () =>
            {
                looks++;
                Assert.Equal(_network.TimeProvider.GetUtcNow(), _host.TimeProvider.GetUtcNow());
                Assert.Equal(_network.TimeProvider.GetTimestamp(), _host.TimeProvider.GetTimestamp());
            });
        }

        _network.Run(TimeSpan.FromHours(2));
        Assert.Equal(3, looks);
    }

    [Fact]
    public void An_offset_moves_the_time_of_day_and_goes_with_the_fault()
    {
        _network.Faults.Begin(new ClockFault(_host, TimeSpan.FromMinutes(-5)), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        double[] ahead = Ahead(0.5, 1.5, 2.5);
        Assert.Equal([0, -300, 0], ahead);
    }

    [Fact]
    public void A_drift_adds_up_and_is_gone_with_the_fault()
    {
        // 200 ppm for 1,000 s are 0.2 s.
        _network.Faults.Begin(new ClockFault(_host, TimeSpan.Zero, 200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1000));
        Assert.Equal([0, 0.1, 0.2 - 0.0002, 0], Ahead(1, 501, 1000, 1002));
    }

    [Fact]
    public void Overlapping_faults_and_the_clocks_own_error_add_up_and_each_goes_alone()
    {
        _host.Clock.Set(TimeSpan.FromSeconds(7), -100);
        _network.Faults.Begin(new ClockFault(_host, TimeSpan.FromSeconds(10), 100), TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(200));
        _network.Faults.Begin(new ClockFault(_host, TimeSpan.FromSeconds(20)), TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(200));
        Assert.Equal([6.99, 16.99, 36.99, 26.965, 6.95], Ahead(100 - 1e-7, 150, 250, 350, 500).Select(value => Math.Round(value, 6)));
    }

    [Fact]
    public void Timestamps_never_jump_and_go_back_to_their_pace()
    {
        _network.Faults.Begin(new ClockFault(_host, TimeSpan.FromDays(1), 100_000), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        var stamps = new List<double>();
        foreach (int second in new[] { 10, 15, 20, 30 })
        {
            At(second + 1e-7, () => stamps.Add(Math.Round(TimeProviderSeconds(), 3)));
        }

        _network.Run(TimeSpan.FromMinutes(1));
        Assert.Equal([10, 15.5, 21, 31], stamps);
    }

    [Theory]
    [InlineData(0, 1_000_000_000)]
    [InlineData(100_000, 909_090_910)]
    [InlineData(-50_000, 1_052_631_579)]
    public void A_second_by_a_clock_that_drifts_takes_a_second_over_its_rate(double ppm, long nanoseconds)
    {
        _host.Clock.Set(TimeSpan.Zero, ppm);
        var seen = new List<long>();
        _host.Run(async () =>
        {
            await _host.TimeProvider.Delay(TimeSpan.FromSeconds(1));
            seen.Add(_network.Now.Nanoseconds);
        });
        _host.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), _host.TimeProvider);
            await timer.WaitForNextTickAsync();
            seen.Add(_network.Now.Nanoseconds);
            await timer.WaitForNextTickAsync();
            seen.Add(_network.Now.Nanoseconds);
        });
        _network.Run(TimeSpan.FromSeconds(5));
        Assert.Equal([nanoseconds, nanoseconds, 2 * nanoseconds], seen);
    }

    [Fact]
    public void Errors_that_no_clock_has_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockFault(_host, TimeSpan.Zero, 100_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockFault(_host, TimeSpan.Zero, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => _host.Clock.Set(TimeSpan.FromDays(40_000)));
    }

    private double TimeProviderSeconds() => _host.TimeProvider.GetTimestamp() / 1e9;

    private void At(double seconds, Action action) => _network.At(TimeSpan.FromSeconds(seconds), action);

    /// <summary>How many seconds the time of day is ahead at some instants.</summary>
    private double[] Ahead(params double[] seconds)
    {
        var ahead = new List<double>();
        foreach (double second in seconds)
        {
            At(second, () => ahead.Add((_host.TimeProvider.GetUtcNow() - _network.TimeProvider.GetUtcNow()).TotalSeconds));
        }

        _network.Run(TimeSpan.FromHours(1));
        return [.. ahead];
    }
}
