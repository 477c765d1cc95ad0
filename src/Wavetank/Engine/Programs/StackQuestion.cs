using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Engine.Programs;

/// <summary>Where does your code stand? Asked of a thread that is parked.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim holds nothing to dispose unless its wait handle is asked for.")]
internal sealed class StackQuestion
{
    private readonly SemaphoreSlim _answered = new(0);
    private string _stack = "";

    /// <returns>True, as the thread then parks again.</returns>
    public bool Answer(string stack)
    {
        _stack = stack;
        _answered.Release();
        return true;
    }

    public string AwaitAnswer(int milliseconds)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
#pragma warning disable RS0030 // Real time, for a thread of the simulation that is asked while its time stands still.
            return _answered.Wait(milliseconds) ? _stack : "";
#pragma warning restore RS0030
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
