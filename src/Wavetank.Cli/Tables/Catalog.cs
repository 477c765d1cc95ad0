using Wavetank.Scenarios.Kinds;

namespace Wavetank.Cli.Tables;

/// <summary>The tables that <c>wavetank list</c> knows. Their rows come from the scenario file's own tables.</summary>
internal static class Catalog
{
    internal static IReadOnlyList<CatalogTable> All { get; } =
    [
        CatalogTable.Of("devices", "Kinds of devices", ScenarioTables.Devices, kind => new CatalogRow(kind.Name, kind.Summary, kind.Options, [])),
        CatalogTable.Of("topologies", "Topologies", ScenarioTables.Topologies, kind => new CatalogRow(kind.Name, kind.Summary, kind.Options, [])),
        CatalogTable.Of("applications", "Applications", ScenarioTables.Applications, kind => new CatalogRow(kind.Name, kind.Summary, kind.Options, kind.Metrics)) with
        {
            CommonOptions = ScenarioTables.CommonApplicationOptions,
        },
        new CatalogTable("link-conditions", "Conditions of links", [.. ScenarioTables.LinkConditions.Select(option => new CatalogRow(option.Name, option.Summary, [], []))])
        {
            CommonOptions = ScenarioTables.LinkConditions,
        },
        CatalogTable.Of("queues", "Queues", ScenarioTables.Queues, kind => new CatalogRow(kind.Name, kind.Summary, kind.Options, [])),
        CatalogTable.Of("loss-models", "Loss models", ScenarioTables.LossModels, kind => new CatalogRow(kind.Name, kind.Summary, kind.Options, [])),
        CatalogTable.Of("delay-models", "Delay models", ScenarioTables.DelayModels, kind => new CatalogRow(kind.Name, kind.Summary, kind.Options, [])),
        CatalogTable.Of("schedules", "Schedules of links", ScenarioTables.Schedules, kind => new CatalogRow(kind.Name, kind.Summary, kind.Options, [])),
        CatalogTable.Of("link-details", "Conditions of links as mappings", ScenarioTables.LinkDetails, kind => new CatalogRow(kind.Name, kind.Summary, kind.Options, [])),
        CatalogTable.Of("presets", "Presets of links", ScenarioTables.Presets, kind => new CatalogRow(kind.Name, $"{kind.Summary.TrimEnd('.')}: {kind.Figures}.", [], [])),
        CatalogTable.Of("places", "Places", ScenarioTables.Places, kind => new CatalogRow(kind.Name, $"{kind.Summary}: {kind.Coordinates}", [], [])),
        CatalogTable.Of("congestion-controls", "Congestion controls of TCP", ScenarioTables.CongestionControls),
        CatalogTable.Of("ecn-modes", "Explicit congestion notification", ScenarioTables.EcnModes),
        CatalogTable.Of("actions", "Actions of the timeline", ScenarioTables.Actions, kind => new CatalogRow(kind.Name, kind.Summary, kind.Keys, [])),
        CatalogTable.Of("distributions", "Distributions", ScenarioTables.Distributions, kind => new CatalogRow(kind.Form, kind.Summary, [], [])),
        CatalogTable.Of("dns-failures", "Failures of name servers", ScenarioTables.DnsFailures),
        CatalogTable.Of("statistics", "Statistics", ScenarioTables.Statistics),
        CatalogTable.Of("link-metrics", "Metrics of links", ScenarioTables.LinkMetrics),
    ];
}
