using Wavetank.Scenarios.Kinds.Keys;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of the timeline's actions. Each is a key whose value is the name of a link.</summary>
internal static class ActionKinds
{
    internal static readonly ActionKind Set = new(
        "set", "Changes the conditions of a link, in both directions.",
        LinkKeys.Changeable);

    internal static readonly ActionKind Cut = new(
        "cut", "Cuts a link: nothing passes in either direction.");

    internal static readonly KindTable<ActionKind> Table = new("action", Set, Cut);
}
