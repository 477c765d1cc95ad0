using Wavetank.Scenarios.Kinds.Actions;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of the timeline's actions: one row here, its definition in <c>Actions/</c>.</summary>
internal static class ActionKinds
{
    internal static readonly KindTable<ActionKind> Table = new(
        "action",
        LinkActions.Set,
        LinkActions.Cut,
        LinkActions.Flap,
        PartitionAction.Kind,
        HostActions.Crash,
        HostActions.Stop,
        HostActions.Pause,
        ClockAction.Kind,
        HostActions.FillListenQueue,
        HostActions.ExhaustPorts,
        HostActions.FailNames,
        NameServerAction.Kind);
}
