using System.Text.Json;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Studies.Metrics;

/// <summary>The metrics of links, of both directions together; how long packets waited stands for each direction.</summary>
internal static class LinkMetrics
{
    private const string DropsPrefix = "drops-";

    internal static void Add(JsonElement root, MetricList metrics)
    {
        foreach (JsonElement link in root.Objects("links"))
        {
            if (link.Text("name") is not { } name)
                continue;

            JsonElement[] sides = [.. new[] { link.Object("forward"), link.Object("backward") }.OfType<JsonElement>()];
            foreach (MetricKind kind in ScenarioTables.LinkMetrics.Rows)
            {
                if (!kind.HasStatistics)
                {
                    metrics.Add(name, null, kind, Measure(sides, kind.Name));
                    continue;
                }

                // Percentiles of both directions together do not follow from those of each.
                metrics.AddStatistics($"{name}.forward", null, kind, link.Object("forward")?.Object("queueWait"));
                metrics.AddStatistics($"{name}.backward", null, kind, link.Object("backward")?.Object("queueWait"));
            }
        }
    }

    private static double? Measure(JsonElement[] sides, string name) => name switch
    {
        "packets" or "bytes" => Sum(sides, name),
        "drops" => Sum(sides, "droppedPackets"),
        "marks" => Sum(sides, "markedPackets"),
        "utilisation" => Most(sides, name),
        "mean-queue" => Most(sides, "meanQueuePackets"),
        "largest-queue" => Most(sides, "largestQueuePackets"),
        _ when name.StartsWith(DropsPrefix, StringComparison.Ordinal) => sides.Sum(side => side.Object("drops")?.Number(name[DropsPrefix.Length..]) ?? 0),
        _ => null,
    };

    private static double? Sum(JsonElement[] sides, string property) =>
        sides.Any(side => side.Number(property) is not null) ? sides.Sum(side => side.Number(property) ?? 0) : null;

    private static double? Most(JsonElement[] sides, string property) => sides.Max(side => side.Number(property));
}
