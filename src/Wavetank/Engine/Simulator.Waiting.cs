using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

public sealed partial class Simulator
{
    /// <summary>Lets a program wait for a time, to the 100 ns that a <see cref="TimeSpan"/> can say. <c>Task.Delay</c> knows whole milliseconds only.</summary>
    /// <param name="delay">Zero or more, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The calling code left the simulation's thread.</exception>
    public ValueTask Delay(TimeSpan delay, CancellationToken cancellationToken = default)
    {
        if (delay == Timeout.InfiniteTimeSpan)
        {
            return DelayOperation.Start(this, null, cancellationToken).AsUntypedValueTask();
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return DelayUntil(Now + delay, cancellationToken);
    }

    /// <summary>Lets a program wait for an instant, to the nanosecond; one that has passed is not waited for.</summary>
    /// <param name="instant">From the start of the simulation on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The calling code left the simulation's thread.</exception>
    public ValueTask DelayUntil(SimulationTime instant, CancellationToken cancellationToken = default) =>
        instant > Now || cancellationToken.IsCancellationRequested
            ? DelayOperation.Start(this, instant.Nanoseconds, cancellationToken).AsUntypedValueTask()
            : ValueTask.CompletedTask;

    /// <summary>Blocks a blocking program for a simulated time: what <c>Thread.Sleep</c> is outside of a simulation.</summary>
    /// <param name="delay">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The calling code is no blocking program.</exception>
    public void Sleep(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        DelayOperation.Start(this, (Now + delay).Nanoseconds, CancellationToken.None).Wait();
    }
}
