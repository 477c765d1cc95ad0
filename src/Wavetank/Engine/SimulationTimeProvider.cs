namespace Wavetank.Engine;

/// <summary>
/// The simulation's clock and timers behind the platform's own abstraction, so that <c>Task.Delay(d, timeProvider)</c>,
/// <see cref="PeriodicTimer"/> and <c>new CancellationTokenSource(d, timeProvider)</c> run on simulated time.
/// </summary>
/// <remarks>
/// The run starts at 2000-01-01 00:00:00 UTC, and local time is UTC, so that no output depends on where it runs. Timers are exact;
/// <c>Task.Delay</c>, <see cref="PeriodicTimer"/>, <c>CancelAfter</c> and <c>WaitAsync</c> cut the times that they are given to whole
/// milliseconds before a timer sees them, whatever the clock: <see cref="TimeProviderExtensions.Delay"/> does not.
/// </remarks>
internal sealed class SimulationTimeProvider(Simulator simulator) : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Simulator Simulator => simulator;

    public override long TimestampFrequency => SimulationTime.NanosecondsPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Epoch + simulator.Now.ToTimeSpan();

    public override long GetTimestamp() => simulator.NowNanoseconds;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SimulationTimer(simulator, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
