namespace Wavetank.Engine;

/// <summary>What a <see cref="TimeProvider"/> lacks: waiting for exactly as long as was asked.</summary>
public static class TimeProviderExtensions
{
    /// <summary>
    /// Waits for a time, to the 100 ns that a <see cref="TimeSpan"/> can say. <c>Task.Delay(delay, timeProvider)</c> cuts it to whole
    /// milliseconds, so that 500 µs are none at all and 1.9 ms are one.
    /// </summary>
    /// <param name="timeProvider">The simulation's clock. On any other the wait is that of <c>Task.Delay</c>, so that the same code runs on both.</param>
    /// <param name="delay">Zero or more, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The calling code left the simulation's thread.</exception>
    public static ValueTask Delay(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
#pragma warning disable RS0030 // Only where the clock is none of the simulation's: there the platform's wait is the one that is meant.
        return timeProvider is SimulationTimeProvider simulated
            ? simulated.Delay(delay, cancellationToken)
            : new ValueTask(Task.Delay(delay, timeProvider, cancellationToken));
#pragma warning restore RS0030
    }
}
