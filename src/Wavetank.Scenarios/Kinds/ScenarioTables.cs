using Wavetank.Scenarios.Kinds.Conditions;
using Wavetank.Scenarios.Kinds.Places;
using Wavetank.Scenarios.Kinds.Presets;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Everything that a scenario may name: one table for each sort of thing.</summary>
public static class ScenarioTables
{
    /// <summary>Kinds of devices.</summary>
    public static KindTable<DeviceKind> Devices => DeviceKinds.Table;

    /// <summary>Kinds of topologies.</summary>
    public static KindTable<TopologyKind> Topologies => TopologyKinds.Table;

    /// <summary>Kinds of queues.</summary>
    public static KindTable<QueueKind> Queues => QueueKinds.Table;

    /// <summary>Loss models of links.</summary>
    public static KindTable<ConditionKind> LossModels => Conditions.LossModels.Table;

    /// <summary>Delay models of links.</summary>
    public static KindTable<ConditionKind> DelayModels => Conditions.DelayModels.Table;

    /// <summary>Where conditions that change with time come from.</summary>
    public static KindTable<ConditionKind> Schedules => Conditions.Schedules.Table;

    /// <summary>What other conditions of links take as a mapping or a list.</summary>
    public static KindTable<ConditionKind> LinkDetails => Conditions.LinkDetails.Table;

    /// <summary>Known sorts of access, whose conditions a link may take as a whole.</summary>
    public static KindTable<PresetKind> Presets => PresetKinds.Table;

    /// <summary>Places on the Earth, whose distance gives a link its propagation delay.</summary>
    public static KindTable<PlaceKind> Places => PlaceKinds.Table;

    /// <summary>Congestion controls of TCP.</summary>
    public static KindTable<CongestionControlKind> CongestionControls => CongestionControlKinds.Table;

    /// <summary>What a host does about explicit congestion notification.</summary>
    public static KindTable<EcnKind> EcnModes => EcnKinds.Table;

    /// <summary>Built-in applications.</summary>
    public static KindTable<ApplicationKind> Applications => ApplicationKinds.Table;

    /// <summary>What the timeline may do.</summary>
    public static KindTable<ActionKind> Actions => ActionKinds.Table;

    /// <summary>Distributions of durations.</summary>
    public static KindTable<DistributionKind> Distributions => DistributionKinds.Table;

    /// <summary>Ways in which a DNS server fails.</summary>
    public static KindTable<DnsFailureKind> DnsFailures => DnsFailureKinds.Table;

    /// <summary>Statistics that an expectation may name.</summary>
    public static KindTable<StatisticKind> Statistics => StatisticKinds.Table;

    /// <summary>Metrics of links; those of an application stand in <see cref="ApplicationKind.Metrics"/>.</summary>
    public static KindTable<MetricKind> LinkMetrics => Metrics.OfLinks;

    /// <summary>What a link may say of its conditions, for both directions or, but for a few, for each.</summary>
    public static IReadOnlyList<Key> LinkConditions => [.. Keys.LinkKeys.All.Where(key => key != Keys.LinkKeys.Between && key != Keys.LinkKeys.Name)];

    /// <summary>What every application has, whatever its kind.</summary>
    public static IReadOnlyList<Option> CommonApplicationOptions => Keys.ApplicationKeys.All;
}
