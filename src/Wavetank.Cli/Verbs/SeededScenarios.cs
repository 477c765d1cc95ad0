using System.Globalization;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Model;

namespace Wavetank.Cli.Verbs;

/// <summary>A scenario file once for each seed.</summary>
internal static class SeededScenarios
{
    /// <summary>Reads it anew for each, because a seed may decide what is built: a random topology, a storm.</summary>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    internal static IReadOnlyList<Scenario> Load(string file, IReadOnlyList<string> settings, IReadOnlyList<ulong> seeds) =>
        [.. seeds.Select(seed => Load(file, settings, seed))];

    /// <summary>The same for one seed.</summary>
    internal static Scenario Load(string file, IReadOnlyList<string> settings, ulong seed) =>
        ScenarioFile.Load(file, [.. settings, string.Create(CultureInfo.InvariantCulture, $"seed={seed}")]);
}
