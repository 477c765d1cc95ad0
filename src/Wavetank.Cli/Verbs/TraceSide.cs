using System.Globalization;
using Wavetank.Cli.Usage;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Verbs;

/// <summary>One side of <c>diff-trace</c>: a log of events, or a scenario with settings.</summary>
/// <param name="Side"><c>A</c> or <c>B</c>.</param>
/// <param name="Path">The log, a folder that holds one, or a scenario file.</param>
/// <param name="Common">What is set on both sides.</param>
/// <param name="Own">What is set on this side.</param>
/// <param name="CommonSeed">The seed of both sides; null for the file's.</param>
/// <param name="OwnSeed">The seed of this side; null for that of both.</param>
internal sealed record TraceSide(string Side, string Path, IReadOnlyList<string> Common, IReadOnlyList<string> Own, ulong? CommonSeed, ulong? OwnSeed)
{
    private const string FileName = "events.ndjson";

    /// <summary>Whether it is a log.</summary>
    internal bool IsLog => Directory.Exists(Path) || Path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);

    /// <summary>The log's file.</summary>
    internal string LogFile => Directory.Exists(Path) ? System.IO.Path.Combine(Path, FileName) : Path;

    /// <summary>The scenario with everything that is set.</summary>
    /// <exception cref="ScenarioException">It has problems.</exception>
    internal Scenario Load(ScenarioTexts texts) => texts.Load(Path, [.. Common, .. Own, .. SeedSetting()]);

    /// <summary>The side for people.</summary>
    internal string Describe()
    {
        string name = Quoted.Plain(IsLog ? LogFile : ScenarioTexts.NameOf(Path));
        string settings = string.Join(", ", Own.Concat(OwnSeed is null ? [] : SeedSetting()).Select(text => Quoted.Plain(text)));
        return settings.Length == 0 ? name : $"{name}, {settings}";
    }

    /// <summary>The first option that only a scenario can have; null for none.</summary>
    internal string? OptionOfScenario =>
        Own.Count > 0 ? $"--set-{Side.ToLowerInvariant()}"
        : OwnSeed is not null ? $"--seed-{Side.ToLowerInvariant()}"
        : Common.Count > 0 ? "--set"
        : CommonSeed is not null ? "--seed"
        : null;

    private IEnumerable<string> SeedSetting() =>
        (OwnSeed ?? CommonSeed) is { } seed ? [string.Create(CultureInfo.InvariantCulture, $"seed={seed}")] : [];
}
