namespace Wavetank.Studies.Sweeping.Results;

/// <summary>A run that is over, as the database keeps it. Nothing in it depends on the machine.</summary>
internal sealed record RunRecord
{
    /// <summary>The point's number, from 1.</summary>
    internal required int Point { get; init; }

    /// <summary>The seed.</summary>
    internal required long Seed { get; init; }

    /// <summary>Why it failed, on one line; null of a run that came to its end.</summary>
    internal string? Error { get; init; }

    /// <summary>How it ended: <c>completed</c>, <c>time-limit</c> or <c>idle</c>; null of a run that failed.</summary>
    internal string? Outcome { get; init; }

    /// <summary>The trace digest; null of a run that failed.</summary>
    internal string? Digest { get; init; }

    /// <summary>Events fired.</summary>
    internal long Events { get; init; }

    /// <summary>Simulated time in nanoseconds.</summary>
    internal long SimulatedTime { get; init; }

    /// <summary>How many of the scenario's expectations did not hold.</summary>
    internal int ExpectationsFailed { get; init; }

    /// <summary>What it measured.</summary>
    internal IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether it failed.</summary>
    internal bool Failed => Error is not null;
}
