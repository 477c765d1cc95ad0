namespace Wavetank.Testing.Histories.Searching;

/// <summary>The calls of a history that are about one thing, without those that failed.</summary>
/// <param name="Name">The key; null where the history is about one thing only.</param>
/// <param name="Calls">In the order in which they began.</param>
internal sealed record HistoryPart<TInput, TOutput>(object? Name, IReadOnlyList<HistoryCall<TInput, TOutput>> Calls)
{
    /// <summary>Such as <c>23 calls at "x" by 3 processes</c>.</summary>
    public override string ToString()
    {
        int processes = Calls.Select(call => call.Process).Distinct().Count();
        string about = Name is null ? "" : $" at \"{Name}\"";
        return $"{Calls.Count} {(Calls.Count == 1 ? "call" : "calls")}{about} by {processes} {(processes == 1 ? "process" : "processes")}";
    }
}
