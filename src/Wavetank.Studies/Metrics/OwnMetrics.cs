using System.Text.Json;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Metrics;

/// <summary>The metrics that whoever wrote the document put into <c>metrics</c>, as <see cref="RunMetrics.Save"/> does.</summary>
internal static class OwnMetrics
{
    internal static void Add(JsonElement root, MetricList metrics, string file)
    {
        int index = 0;
        foreach (JsonElement own in root.Objects("metrics"))
        {
            string place = $"{file}: metrics[{index++}]";
            if (own.Text("name") is not { Length: > 0 } name)
                throw new ResultsException($"{place}: has no \"name\", such as \"client.latency.p99\"");
            if (metrics.Has(name))
                throw new ResultsException($"{place}: has the name {Quoted.Text(name)}, which another metric has, too");
            string word = own.Text("unit") ?? "";
            if (MetricUnitNames.Find(word) is not { } unit)
                throw new ResultsException($"{place}: {Quoted.Text(word)} is not a known unit{KnownNames.Tail(word, MetricUnitNames.Names)}");

            metrics.Add(new Metric(name, unit, BetterNames.Read(own.Text("better")), own.Text("summary") ?? ""), own.Number("value"));
        }
    }
}
