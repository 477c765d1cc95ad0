namespace Wavetank.Testing.Histories.Searching;

/// <summary>A history, or a part of it, up to a place: what ended later is pending, and what began later is not there.</summary>
internal static class CutHistory
{
    public static List<SearchCall<TInput, TOutput>> Of<TInput, TOutput>(IEnumerable<HistoryCall<TInput, TOutput>> calls, int place = int.MaxValue) =>
    [
        .. calls
            .Where(call => call.Outcome != CallOutcome.Failed && call.BeganAt < place)
            .Select(call => new SearchCall<TInput, TOutput>(call, call.BeganAt, call.EndedAt <= place ? call.EndedAt : int.MaxValue)),
    ];
}
