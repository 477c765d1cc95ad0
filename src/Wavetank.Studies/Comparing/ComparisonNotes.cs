using System.Globalization;
using Wavetank.Scenarios.Words;
using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Comparing;

/// <summary>What a reader has to know before the figures: that the two are not alike, or say little.</summary>
internal static class ComparisonNotes
{
    internal static IReadOnlyList<string> Of(RunSet a, RunSet b, IReadOnlyList<ComparedMetric> metrics)
    {
        List<string> notes = [];
        if (a.Scenario != b.Scenario)
            notes.Add($"The scenarios differ: A is {Quoted.Text(a.Scenario)}, B is {Quoted.Text(b.Scenario)}.");
        string[] versions = [.. a.Versions.Order(StringComparer.Ordinal)];
        if (!versions.SequenceEqual(b.Versions.Order(StringComparer.Ordinal)))
            notes.Add($"The versions of Wavetank differ: {Versions(a)} and {Versions(b)}.");
        AddSeeds(a, b, notes);
        AddOutcomes("A", a, notes);
        AddOutcomes("B", b, notes);
        AddMissing("A", a, b, metrics, Verdict.OnlyInA, notes);
        AddMissing("B", b, a, metrics, Verdict.OnlyInB, notes);
        int partly = metrics.Count(metric => metric.Difference is not null && (IsPartly(a, metric.Metric) || IsPartly(b, metric.Metric)));
        if (partly > 0)
            notes.Add($"{Number(partly, "metric was", "metrics were")} not measured in every run; the others are compared.");
        return notes;
    }

    private static void AddSeeds(RunSet a, RunSet b, List<string> notes)
    {
        int common = a.Seeds.Intersect(b.Seeds).Count();
        if (a.Runs.Count == 1 && b.Runs.Count == 1)
        {
            notes.Add(common == 1
                ? "There is one run each, with the same seed: the difference is real for this seed, and nothing is known about others."
                : "There is one run each, with different seeds: a difference may be chance alone. Give both the same seed, and several.");
        }
        else if (a.Runs.Count == 1 || b.Runs.Count == 1)
            notes.Add($"{(a.Runs.Count == 1 ? "A" : "B")} has one run, so there are no intervals.");
        else if (common == 0)
            notes.Add("No seed is in both, so runs are not compared in pairs; with the same seeds the intervals would be narrower.");
        else if (common == 1)
            notes.Add("One seed is in both, which is too few to compare runs in pairs.");
        else if (common < Math.Max(a.Runs.Count, b.Runs.Count))
            notes.Add($"Only the {common} seeds that are in both are compared: {SeedList.Describe([.. a.Seeds.Intersect(b.Seeds)])}.");
    }

    private static void AddOutcomes(string side, RunSet set, List<string> notes)
    {
        ulong[] stopped = [.. set.Runs.Where(run => run.Outcome == "stopped").Select(run => run.Seed)];
        if (stopped.Length > 0)
            notes.Add($"In {side}, seed {SeedList.Describe(stopped)} was stopped from outside; its figures are those of the time until then.");
        ulong[] idle = [.. set.Runs.Where(run => run.Outcome == "idle").Select(run => run.Seed)];
        if (idle.Length > 0)
            notes.Add($"In {side}, seed {SeedList.Describe(idle)} ended idle: programs waited for what could not happen any more.");
    }

    private static void AddMissing(string side, RunSet set, RunSet other, IReadOnlyList<ComparedMetric> metrics, Verdict verdict, List<string> notes)
    {
        HashSet<string> there = [.. other.Metrics.Select(metric => metric.Name)];
        string[] missing = [.. metrics.Where(metric => metric.Verdict == verdict && !there.Contains(metric.Metric.Name)).Select(metric => metric.Metric.Name)];
        const int MostNamed = 5;
        if (missing.Length > 0)
        {
            string more = missing.Length > MostNamed ? ", …" : "";
            notes.Add($"{Number(missing.Length, "metric is", "metrics are")} in {side} alone: {string.Join(", ", missing.Take(MostNamed))}{more}.");
        }
    }

    private static bool IsPartly(RunSet set, Metric metric) => set.ValuesOf(metric.Name).Count is var count && count > 0 && count < set.Runs.Count;

    private static string Versions(RunSet set) => set.Versions.Any() ? string.Join(", ", set.Versions) : "unknown";

    private static string Number(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
