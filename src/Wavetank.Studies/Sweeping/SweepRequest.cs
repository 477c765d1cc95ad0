namespace Wavetank.Studies.Sweeping;

/// <summary>A sweep as a user asks for it.</summary>
internal sealed record SweepRequest
{
    /// <summary>The seeds where none are given: enough for an interval.</summary>
    internal const string DefaultSeeds = "1..10";

    /// <summary>The scenario's file.</summary>
    internal required string ScenarioFile { get; init; }

    /// <summary>What is set, each <c>PATH=VALUE,VALUE,…</c>.</summary>
    internal IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>What a Latin hypercube draws from, each <c>PATH=LOW..HIGH</c>.</summary>
    internal IReadOnlyList<string> Ranges { get; init; } = [];

    /// <summary>How many points a Latin hypercube has; null for a grid.</summary>
    internal int? HypercubePoints { get; init; }

    /// <summary>Where the chance of a Latin hypercube comes from.</summary>
    internal ulong DesignSeed { get; init; } = 1;

    /// <summary>The seeds, such as <c>1..20</c>.</summary>
    internal string Seeds { get; init; } = DefaultSeeds;

    /// <summary>The precision at which a point ends, such as <c>5%</c>; null for none.</summary>
    internal string? Precision { get; init; }

    /// <summary>Patterns of metrics: of those that are shown, and that a precision is about.</summary>
    internal IReadOnlyList<string> Metrics { get; init; } = [];
}
