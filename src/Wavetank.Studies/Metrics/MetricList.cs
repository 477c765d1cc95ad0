using System.Text.Json;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Studies.Metrics;

/// <summary>Collects measurements; of two with the same name, or alias, the first is kept.</summary>
internal sealed class MetricList
{
    private readonly List<Measurement> _measurements = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal IReadOnlyList<Measurement> Measurements => _measurements;

    internal bool Has(string name) => _names.Contains(name);

    internal void Add(Metric metric, double? value)
    {
        if (!_names.Add(metric.Name))
            return;
        _measurements.Add(new Measurement(metric, value));
        if (metric.Alias is not null)
            _names.Add(metric.Alias);
    }

    /// <summary>A metric of a subject: <c>client.errors</c>.</summary>
    internal void Add(string subject, string? alias, MetricKind kind, double? value) =>
        Add(new Metric($"{subject}.{kind.Name}", kind.Unit, kind.Better, kind.Summary) { Alias = alias is null ? null : $"{alias}.{kind.Name}" }, value);

    /// <summary>All statistics of a metric: <c>client.round-trip.p99</c>.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="alias">Its other name.</param>
    /// <param name="kind">The metric.</param>
    /// <param name="statistics">An object with <c>p99Ns</c> and so on; null where nothing was measured.</param>
    internal void AddStatistics(string subject, string? alias, MetricKind kind, JsonElement? statistics)
    {
        foreach (StatisticKind statistic in ScenarioTables.Statistics.Rows)
        {
            var metric = new Metric($"{subject}.{kind.Name}.{statistic.Name}", kind.Unit, kind.Better, $"{kind.Summary} {statistic.Summary}")
            {
                Alias = alias is null ? null : $"{alias}.{kind.Name}.{statistic.Name}",
            };
            Add(metric, statistics?.Number($"{statistic.Name}Ns"));
        }
    }
}
