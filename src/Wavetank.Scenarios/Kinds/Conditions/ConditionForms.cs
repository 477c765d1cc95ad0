namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>The forms of all conditions that take mappings.</summary>
internal static class ConditionForms
{
    internal static readonly ConditionForm Loss = new("loss", LossModels.Table, "{ kind: gilbert-elliott, p: 1%, r: 10% }")
    {
        KindKey = KindKey(LossModels.Table, "What decides which packets are lost."),
    };

    internal static readonly ConditionForm Delay = new("delay", DelayModels.Table, "{ kind: normal, mean: 20ms, deviation: 2ms }")
    {
        KindKey = KindKey(DelayModels.Table, "What decides how long packets are under way."),
    };

    internal static readonly ConditionForm Rate = Single("rate", LinkDetails.Rate, "{ rate: 10Mbps, cell: 48B, cell-overhead: 5B }");

    internal static readonly ConditionForm Duplicate = Single("duplicate", LinkDetails.Duplicate, "{ percent: 1%, correlation: 25% }");

    internal static readonly ConditionForm Reorder = Single("reorder", LinkDetails.Reorder, "{ percent: 25%, correlation: 50%, gap: 5 }");

    internal static readonly ConditionForm Corrupt = Single("corrupt", LinkDetails.Corrupt, "{ percent: 1%, correlation: 25% }");

    internal static readonly ConditionForm Slot = Single("slot", SlotDetail.Kind, "{ min: 5ms, max: 10ms, packets: 20 }") with
    {
        None = static options => options with { Slots = null },
    };

    internal static readonly ConditionForm Schedule = new("schedule", Schedules.Table, "[{ at: 0s, rate: 10Mbps }, { at: 5s, rate: 1Mbps }]")
    {
        KindKey = KindKey(Schedules.Table, "Where the conditions come from."),
        ListKind = Schedules.Steps,
        None = static options => options with { Schedule = null },
    };

    internal static readonly ConditionForm Rules = Single("rules", LinkDetails.Rules, "[{ match: tcp && syn, drop: first 2 }]") with
    {
        ListKind = LinkDetails.Rules,
        TakesMapping = false,
        None = static options => options with { Rules = [] },
    };

    internal static readonly IReadOnlyList<ConditionForm> All = [Rate, Delay, Loss, Duplicate, Reorder, Corrupt, Slot, Schedule, Rules];

    private static ConditionForm Single(string name, ConditionKind kind, string example) => new(name, new KindTable<ConditionKind>(name, kind), example);

    private static Option<ConditionKind> KindKey(KindTable<ConditionKind> table, string summary) =>
        Option<ConditionKind>.Required("kind", ValueFormats.KindOf(table), summary);
}
