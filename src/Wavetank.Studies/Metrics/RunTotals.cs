using System.Text.Json;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Studies.Metrics;

/// <summary>The metrics of a run as a whole, which expectations do not name: <c>run.packets</c>.</summary>
internal static class RunTotals
{
    private const string Subject = "run";

    internal static void Add(JsonElement root, MetricList metrics)
    {
        if (root.Object("run") is not { } run || run.Number("packets") is null)
            return;

        Add("packets", "IP packets that devices sent.", MetricUnit.Count, Better.Neither, run.Number("packets"));
        Add("drops", "Packets dropped anywhere, for whatever reason.", MetricUnit.Count, Better.Lower, Drops(root));
        Add("time", "The time until the last event of a run that is complete; otherwise the whole simulated time.", MetricUnit.Duration, Better.Neither, run.Number("measuredNs"));
        Add("failed-expectations", "Expectations that did not hold.", MetricUnit.Count, Better.Lower, root.Objects("expectations").Count(IsBroken));

        void Add(string name, string summary, MetricUnit unit, Better better, double? value) =>
            metrics.Add(new Metric($"{Subject}.{name}", unit, better, summary), value);
    }

    private static bool IsBroken(JsonElement expectation) =>
        expectation.TryGetProperty("holds", out JsonElement holds) && holds.ValueKind == JsonValueKind.False;

    private static double Drops(JsonElement root) =>
        root.Objects("links").Sum(link => Of(link.Object("forward")) + Of(link.Object("backward")))
        + root.Objects("drops").Sum(device => device.Object("drops")?.EnumerateObject().Sum(Number) ?? 0);

    private static double Of(JsonElement? side) => side?.Number("droppedPackets") ?? 0;

    private static double Number(JsonProperty drop) => drop.Value.ValueKind == JsonValueKind.Number ? drop.Value.GetDouble() : 0;
}
