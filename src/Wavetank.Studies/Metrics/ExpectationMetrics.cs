using System.Text.Json;
using Wavetank.Scenarios.Checking;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Model;

namespace Wavetank.Studies.Metrics;

/// <summary>
/// What only an expectation speaks of: a single host of a group, several applications of a host together, the packets of both directions of a
/// link. Which way is better follows from the metric or, where that does not say, from what is expected.
/// </summary>
internal static class ExpectationMetrics
{
    internal static void Add(JsonElement root, MetricList metrics)
    {
        foreach (JsonElement expectation in root.Objects("expectations"))
        {
            if (expectation.Text("text") is not { } text || !ExpectationText.TryParse(text, out ExpectationText? parsed, out _)
                || MetricUnitNames.Find(expectation.Text("unit") ?? "") is not { } unit)
                continue;

            string name = text[..text.AsSpan().IndexOfAny("<>=!")].Trim();
            metrics.Add(new Metric(name, unit, BetterOf(parsed!, unit)), expectation.Number("measured"));
        }
    }

    private static Better BetterOf(ExpectationText expectation, MetricUnit unit)
    {
        IEnumerable<MetricKind> all = ScenarioTables.Applications.Rows.SelectMany(kind => kind.Metrics).Concat(ScenarioTables.LinkMetrics.Rows);
        Better[] known = [.. all.Where(kind => kind.Name == expectation.Metric && kind.Unit == unit).Select(kind => kind.Better).Distinct()];
        return known is [not Better.Neither] ? known[0] : expectation.Comparison switch
        {
            Comparison.Less or Comparison.LessOrEqual => Better.Lower,
            Comparison.Greater or Comparison.GreaterOrEqual => Better.Higher,
            _ => Better.Neither,
        };
    }
}
