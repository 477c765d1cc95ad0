using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Comparing;

/// <summary>One side of a comparison: runs of the same thing, each with a seed of its own.</summary>
/// <param name="Name">What the user calls it: a folder, a scenario file, settings.</param>
/// <param name="Runs">The runs, in the order of their seeds; at least one.</param>
internal sealed record RunSet(string Name, IReadOnlyList<RunMetrics> Runs)
{
    /// <summary>The scenario.</summary>
    internal string Scenario => Runs[0].Scenario;

    /// <summary>The seeds, in order.</summary>
    internal IReadOnlyList<ulong> Seeds => [.. Runs.Select(run => run.Seed)];

    /// <summary>The metrics of all runs: in the order of the first, then those that only later ones have.</summary>
    internal IEnumerable<Metric> Metrics => Runs.SelectMany(run => run.Measurements).Select(measurement => measurement.Metric).DistinctBy(metric => metric.Name);

    /// <summary>The versions that ran it.</summary>
    internal IEnumerable<string> Versions => Runs.Select(run => run.Version).OfType<string>().Distinct();

    /// <summary>A metric's value in each run that measured it, by seed.</summary>
    internal Dictionary<ulong, double> ValuesOf(string metric)
    {
        var values = new Dictionary<ulong, double>(Runs.Count);
        foreach (RunMetrics run in Runs)
        {
            if (run.Find(metric)?.Value is { } value)
                values.Add(run.Seed, value);
        }

        return values;
    }
}
