namespace Wavetank.Testing.Histories.Searching;

/// <summary>A call as a search sees it: of a history cut at some place, so that what ended later is pending.</summary>
/// <param name="Call">The call.</param>
/// <param name="Began">The place of its beginning.</param>
/// <param name="Ended">The place of its end; the largest number where it is pending.</param>
internal readonly record struct SearchCall<TInput, TOutput>(HistoryCall<TInput, TOutput> Call, int Began, int Ended)
{
    public bool IsPending => Ended == int.MaxValue;
}
