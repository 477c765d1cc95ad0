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
/// <param name="simulator">The simulation.</param>
/// <param name="clock">A host's own clock, which may go wrong; null for the simulation's.</param>
internal sealed class SimulationTimeProvider(Simulator simulator, LocalClock? clock = null) : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => SimulationTime.NanosecondsPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => clock is null ? Epoch + simulator.Now.ToTimeSpan() : UtcOf(clock);

    public override long GetTimestamp() => clock?.Timestamp ?? simulator.NowNanoseconds;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SimulationTimer(simulator, clock, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>What <see cref="Simulator.Delay"/> does, by this clock.</summary>
    public ValueTask Delay(TimeSpan delay, CancellationToken cancellationToken) =>
        clock is null or { Rate: SimulationTime.NanosecondsPerSecond } || delay <= TimeSpan.Zero
            ? simulator.Delay(delay, cancellationToken)
            : simulator.DelayUntil(new SimulationTime(simulator.NowNanoseconds + clock.ToSimulated(SimulationTime.FromTimeSpan(delay).Nanoseconds)), cancellationToken);

    private DateTimeOffset UtcOf(LocalClock local)
    {
        // Whole ticks of the sum, so that a clock without an error says what the simulation's does.
        Int128 ticks = Epoch.Ticks + (((Int128)simulator.NowNanoseconds + local.Offset) / TimeSpan.NanosecondsPerTick);
        return new DateTimeOffset((long)Int128.Clamp(ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
    }
}
