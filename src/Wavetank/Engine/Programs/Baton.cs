using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Engine.Programs;

/// <summary>The right to run, for one thread: it parks until the baton is handed to it.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim holds nothing to dispose unless its wait handle is asked for.")]
internal sealed class Baton
{
    private readonly SemaphoreSlim _signal = new(0);

    public void Signal() => Quietly(static signal => signal.Release());

    public void Await() => Quietly(static signal => signal.Wait());

    /// <summary>Handing over is no program's wait, so the simulation's context must not see it.</summary>
    private void Quietly(Action<SemaphoreSlim> action)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action(_signal);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
