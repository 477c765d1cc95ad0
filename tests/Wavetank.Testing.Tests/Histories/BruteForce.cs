using Wavetank.Testing.Histories;
using Wavetank.Testing.Histories.Searching;

namespace Wavetank.Testing.Tests.Histories;

/// <summary>The definition, taken literally: every order of every choice of pending calls.</summary>
internal static class BruteForce
{
    /// <summary>Whether a history is linearizable up to a place.</summary>
    public static bool IsLinearizable<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, History<TInput, TOutput> history, int place = int.MaxValue) =>
        history.Calls.GroupBy(call => model.PartOf(call.Input)).All(part => IsLinearizable(model, part, place));

    /// <summary>Whether calls at one part are linearizable up to a place.</summary>
    public static bool IsLinearizable<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, IEnumerable<HistoryCall<TInput, TOutput>> part, int place) =>
        Extend(model, CutHistory.Of(part, place), model.Start);

    private static bool Extend<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, List<SearchCall<TInput, TOutput>> left, TState state)
    {
        if (left.TrueForAll(call => call.IsPending))
        {
            return true;
        }

        int firstEnd = left.Min(call => call.Ended);
        foreach (SearchCall<TInput, TOutput> call in left.Where(call => call.Began < firstEnd).ToList())
        {
            (TState next, TOutput due) = model.Apply(state, call.Call.Input);
            if ((call.IsPending || model.Accepts(call.Call.Input, due, call.Call.Output!))
                && Extend(model, [.. left.Where(other => other != call)], next))
            {
                return true;
            }
        }

        return false;
    }
}
