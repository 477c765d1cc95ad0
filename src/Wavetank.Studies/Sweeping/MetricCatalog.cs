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

    /// <summary>The metrics that <see cref="MetricPattern">patterns</see> name.</summary>
    /// <exception cref="SweepException">A pattern names none.</exception>
    internal static IReadOnlyList<MetricRecord> Find(IReadOnlyList<string> texts, IReadOnlyList<MetricRecord> metrics)
    {
        MetricPattern[] patterns = [.. texts.Select(text => new MetricPattern(text.Trim()))];
        foreach (MetricPattern pattern in patterns)
        {
            if (!metrics.Any(metric => pattern.Matches(metric.Name)))
                throw new SweepException($"--metric {Quoted.Text(pattern.Text)}: no metric of this scenario has such a name{KnownNames.Tail(pattern.Text, Nearest(pattern.Text, metrics))}");
        }

        return [.. metrics.Where(metric => patterns.Any(pattern => pattern.Matches(metric.Name)))];
    }

    // Of a few hundred names those of the same subject say most.
    private static IEnumerable<string> Nearest(string pattern, IReadOnlyList<MetricRecord> metrics)
    {
        string subject = pattern.Split('.')[0];
        string[] own = [.. metrics.Select(metric => metric.Name).Where(name => name.StartsWith($"{subject}.", StringComparison.Ordinal))];
        return own.Length > 0 ? own : metrics.Select(metric => metric.Name);
    }
}
