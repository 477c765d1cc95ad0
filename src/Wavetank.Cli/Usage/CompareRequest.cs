using Wavetank.Studies.Comparing;

namespace Wavetank.Cli.Usage;

/// <summary>What the arguments of <c>wavetank compare</c> ask for.</summary>
/// <param name="A">The one side: results or a scenario.</param>
/// <param name="B">The other; null for A's scenario with other settings.</param>
internal sealed record CompareRequest(string A, string? B)
{
    /// <summary>Values to set in both.</summary>
    internal required IReadOnlyList<string> Set { get; init; }

    /// <summary>Values to set in A.</summary>
    internal required IReadOnlyList<string> SetA { get; init; }

    /// <summary>Values to set in B.</summary>
    internal required IReadOnlyList<string> SetB { get; init; }

    /// <summary>The seeds to run with; null where nothing is said.</summary>
    internal required IReadOnlyList<ulong>? Seeds { get; init; }

    /// <summary>What is compared, and how.</summary>
    internal required ComparisonOptions Comparison { get; init; }

    /// <summary>What is written: text, json or markdown.</summary>
    internal required string Format { get; init; }

    /// <summary>The file to write to; null for standard output.</summary>
    internal required string? Out { get; init; }

    /// <summary>Whether metrics that are the same everywhere are shown.</summary>
    internal required bool ShowsAll { get; init; }

    /// <summary>How many runs at once.</summary>
    internal required int Workers { get; init; }
}
