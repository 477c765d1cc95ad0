using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Running;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;
using Wavetank.Studies.Metrics;
using Wavetank.Studies.Sweeping.Results;
using Wavetank.Studies.Sweeping.Running;

namespace Wavetank.Studies.Sweeping;

/// <summary>The metrics that a scenario has, known before it is run.</summary>
internal static class MetricCatalog
{
    /// <summary>The metrics in the order of results: those of a run of one nanosecond, in which nothing is measured yet.</summary>
    internal static IReadOnlyList<MetricRecord> Of(Scenario scenario)
    {
        try
        {
            using var run = new ScenarioRun(scenario with { Duration = new Duration(1) });
            return [.. RunMetrics.Of(run.Execute()).Measurements.Select(measurement => RunCollector.Record(measurement.Metric))];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // What fails at once will fail in every run, and is said there.
            return [];
        }
    }

    /// <summary>The metrics that patterns name: names in which <c>*</c> stands for anything.</summary>
    /// <exception cref="SweepException">A pattern names none.</exception>
    internal static IReadOnlyList<MetricRecord> Find(IReadOnlyList<string> patterns, IReadOnlyList<MetricRecord> metrics)
    {
        foreach (string pattern in patterns)
        {
            if (!metrics.Any(metric => Matches(metric.Name, pattern)))
                throw new SweepException($"--metric {Quotes.Around(pattern)}: no metric of this scenario has such a name{KnownNames.Tail(pattern, Nearest(pattern, metrics))}");
        }

        return [.. metrics.Where(metric => patterns.Any(pattern => Matches(metric.Name, pattern)))];
    }

    internal static bool Matches(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    // Of a few hundred names those of the same subject say most.
    private static IEnumerable<string> Nearest(string pattern, IReadOnlyList<MetricRecord> metrics)
    {
        string subject = pattern.Split('.')[0];
        string[] own = [.. metrics.Select(metric => metric.Name).Where(name => name.StartsWith($"{subject}.", StringComparison.Ordinal))];
        return own.Length > 0 ? own : metrics.Select(metric => metric.Name);
    }
}
