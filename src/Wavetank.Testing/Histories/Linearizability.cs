using Wavetank.Testing.Histories.Searching;

namespace Wavetank.Testing.Histories;

/// <summary>Checks histories.</summary>
public static class Linearizability
{
    /// <summary>The steps that a check may take if not told otherwise: ten million, some seconds and at worst some hundred megabytes.</summary>
    public const long DefaultLimit = 10_000_000;

    /// <summary>
    /// Whether a history is linearizable (Herlihy and Wing 1990): whether there is an order of its calls, each at some moment between its
    /// beginning and its end, in which the model gives every output. A pending call may come at any time after its beginning, or not at all.
    /// </summary>
    /// <remarks>
    /// The search is that of Wing and Gong (1993), as Lowe refined it (2017, "Testing for linearizability"), for each part by itself
    /// (<see cref="SequentialModel{TState, TInput, TOutput}.PartOf"/>). The problem is NP-complete (Gibbons and Korach 1997, "Testing shared
    /// memories"), so there is a limit. It counts calls of the model, and not real time, so that a test finds the same on every machine.
    /// </remarks>
    /// <param name="history">The calls.</param>
    /// <param name="model">What they should have done.</param>
    /// <param name="limit">How often the model may be asked for one call; 1 or more. What it is not enough for is unknown.</param>
    /// <param name="cancellationToken">Ends the check as if the limit were reached. Where it is cancelled by real time, the verdict depends on the machine.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    public static LinearizabilityResult<TInput, TOutput> Check<TState, TInput, TOutput>(
        History<TInput, TOutput> history,
        SequentialModel<TState, TInput, TOutput> model,
        long limit = DefaultLimit,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return new LinearizabilityCheck<TState, TInput, TOutput>(history, model, new SearchBudget(limit, cancellationToken)).Run();
    }
}
