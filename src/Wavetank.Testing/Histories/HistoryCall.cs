using Wavetank.Engine;

namespace Wavetank.Testing.Histories;

/// <summary>One call of a <see cref="History{TInput, TOutput}"/>.</summary>
/// <typeparam name="TInput">What is asked for.</typeparam>
/// <typeparam name="TOutput">What is answered.</typeparam>
public sealed class HistoryCall<TInput, TOutput>
{
    private readonly History<TInput, TOutput> _history;

    internal HistoryCall(History<TInput, TOutput> history, string process, TInput input, SimulationTime began, int beganAt)
    {
        _history = history;
        Process = process;
        Input = input;
        Began = began;
        BeganAt = beganAt;
    }

    /// <summary>Who made it.</summary>
    public string Process { get; }

    /// <summary>What was asked for.</summary>
    public TInput Input { get; }

    /// <summary>What was answered; the default of its type unless the call ended.</summary>
    public TOutput? Output { get; private set; }

    /// <summary>What is known of its end.</summary>
    public CallOutcome Outcome { get; private set; }

    /// <summary>When it began.</summary>
    public SimulationTime Began { get; }

    /// <summary>When it ended or failed; null while it is pending.</summary>
    public SimulationTime? Ended { get; private set; }

    /// <summary>The place of its beginning among all beginnings and ends of the history.</summary>
    internal int BeganAt { get; }

    /// <summary>The place of its end; the largest number while it is pending.</summary>
    internal int EndedAt { get; private set; } = int.MaxValue;

    /// <summary>It ended now, with this output.</summary>
    /// <exception cref="InvalidOperationException">It ended or failed before.</exception>
    public void End(TOutput output)
    {
        Close(CallOutcome.Ended);
        Output = output;
    }

    /// <summary>It ended now, and there is nothing to tell: the same as to end with the default of the output's type. For writes and the like.</summary>
    /// <exception cref="InvalidOperationException">It ended or failed before.</exception>
    public void End() => End(default!);

    /// <summary>
    /// It is known to have had no effect, and to have none later. A time-out or a lost connection is not that: leave such a call
    /// pending, since what it asked for may be done, or may be under way.
    /// </summary>
    /// <exception cref="InvalidOperationException">It ended or failed before.</exception>
    public void Fail() => Close(CallOutcome.Failed);

    private void Close(CallOutcome outcome)
    {
        if (Outcome != CallOutcome.Pending)
        {
            throw new InvalidOperationException(
                $"The call \"{Input}\" of {Process} {(Outcome == CallOutcome.Failed ? "failed" : "ended")} already, at {Ended}; begin another.");
        }

        Outcome = outcome;
        Ended = _history.Now;
        EndedAt = _history.TakePlace();
    }
}
