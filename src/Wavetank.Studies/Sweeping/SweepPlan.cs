using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wavetank.Scenarios.Words;
using Wavetank.Studies.Sweeping.Points;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping;

/// <summary>All that a sweep's results follow from. What is not in it, such as the number of workers, changes no result.</summary>
internal sealed record SweepPlan
{
    /// <summary>Of the intervals.</summary>
    internal const double Confidence = 0.95;

    /// <summary>The scenario's file, as the user gave it: files that it names are relative to its folder.</summary>
    internal required string ScenarioFile { get; init; }

    /// <summary>The scenario's text, read once, so that all runs have the same.</summary>
    internal required string ScenarioText { get; init; }

    /// <summary>The scenario's name.</summary>
    internal required string ScenarioName { get; init; }

    /// <summary>The version of Wavetank that runs it.</summary>
    internal required string Version { get; init; }

    /// <summary>The points.</summary>
    internal required Design Design { get; init; }

    /// <summary>The seeds that each point is run with, in the order in which they count.</summary>
    internal required IReadOnlyList<long> Seeds { get; init; }

    /// <summary>The metrics that the scenario has, in the order in which they are shown.</summary>
    internal IReadOnlyList<MetricRecord> Metrics { get; init; } = [];

    /// <summary>When a point needs no more seeds; null for never.</summary>
    internal PrecisionGoal? Precision { get; init; }

    /// <summary>SHA-256 of the scenario's text, in hexadecimal digits.</summary>
    internal string ScenarioHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ScenarioText)));

    /// <summary>The most runs that there will be.</summary>
    internal long MostRuns => (long)Design.Points.Count * Seeds.Count;

    /// <summary>The command that makes the same sweep again.</summary>
    internal string Command
    {
        get
        {
            var command = new StringBuilder($"wavetank sweep {ShellWords.Quote(ScenarioFile)}");
            foreach (string part in Design.Description)
            {
                int space = part.IndexOf(' ', StringComparison.Ordinal);
                command.Append(CultureInfo.InvariantCulture, $" {part[..space]} {ShellWords.Quote(part[(space + 1)..])}");
            }

            command.Append(CultureInfo.InvariantCulture, $" --seeds {SweepSeeds.Format(Seeds)}");
            if (Precision is { } goal)
            {
                command.Append(CultureInfo.InvariantCulture, $" --precision {goal.Text}");
                foreach (string metric in goal.Metrics)
                    command.Append(CultureInfo.InvariantCulture, $" --metric {ShellWords.Quote(metric)}");
            }

            return command.ToString();
        }
    }

    /// <summary>The command that makes one of the runs again.</summary>
    internal string CommandOf(SweepPoint point, long seed) => string.Create(
        CultureInfo.InvariantCulture,
        $"wavetank run {ShellWords.Quote(ScenarioFile)}{string.Concat(point.Settings(Design.Parameters).Select(setting => $" --set {ShellWords.Quote(setting)}"))} --seed {seed}");

    /// <summary>What to set for one run, as <c>wavetank run</c> takes it: the point's values, then the seed.</summary>
    internal IReadOnlyList<string> Overrides(SweepPoint point, long seed) =>
        [.. point.Settings(Design.Parameters), string.Create(CultureInfo.InvariantCulture, $"seed={seed}")];
}
