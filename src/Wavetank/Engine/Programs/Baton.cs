using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Engine.Programs;

/// <summary>The right to run, for one thread: it parks until the baton is handed to it.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim holds nothing to dispose unless its wait handle is asked for.")]
internal sealed class Baton
{
    // A thread that is parked answers at once; one that is not (it was asked too late) must not hold up the report.
    private const int PatienceMilliseconds = 500;

    private readonly SemaphoreSlim _signal = new(0);
    private StackQuestion? _question;

    public void Signal() => Quietly(static baton => baton._signal.Release());

    public void Await() => Quietly(static baton => baton.AwaitSignal());

    /// <summary>
    /// Wakes the parked thread for as long as it takes to tell its own stack, the only one that a thread can read.
    /// </summary>
    /// <returns>The stack as <see cref="Environment.StackTrace"/> tells it; empty where the thread did not answer.</returns>
    public string AskForStack()
    {
        var question = new StackQuestion();
        if (Interlocked.CompareExchange(ref _question, question, null) is not null)
        {
            return "";
        }

        Signal();
        return question.AwaitAnswer(PatienceMilliseconds);
    }

    private void AwaitSignal()
    {
        do
        {
            _signal.Wait();
        }
        while (Interlocked.Exchange(ref _question, null) is { } question && question.Answer(Environment.StackTrace));
    }

    /// <summary>Handing over is no program's wait, so the simulation's context must not see it.</summary>
    private void Quietly(Action<Baton> action)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action(this);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
