namespace Wavetank.Testing.Histories.Searching;

/// <summary>A proof in words that a history is not linearizable.</summary>
/// <param name="Offender">The call whose output is wrong.</param>
/// <param name="Others">The calls that prove it.</param>
/// <param name="Text">A sentence on why.</param>
internal sealed record Anomaly<TInput, TOutput>(
    HistoryCall<TInput, TOutput> Offender, IReadOnlyList<HistoryCall<TInput, TOutput>> Others, string Text);
