using Wavetank.Links.Rules;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>The keys of a rule: what it matches, one thing that it does, and to which of the packets that match.</summary>
internal static class RuleKeys
{
    internal static readonly Option<PacketFilter> Match = Option<PacketFilter>.Optional(
        "match", ConditionFormats.Filter, "Which packets it is about, in tcpdump's words; all when absent.");

    private static readonly Option<PacketSelection> Packets = Option<PacketSelection>.WithDefault(
        "packets", ConditionFormats.Selection, PacketSelection.All, "Which of those that match, where the action has a value of its own.");

    private static readonly Option<PacketSelection> Drop = Selecting("drop", "They are lost.");

    private static readonly Option<PacketSelection> Duplicate = Selecting("duplicate", "They arrive once more.");

    private static readonly Option<PacketSelection> Corrupt = Selecting("corrupt", "One of their bits is turned over.");

    private static readonly Option<PacketSelection> MarkCe = Selecting("mark-ce", "They are marked with ECN's CE where they may be (ECT).");

    private static readonly Option<Duration> Delay = Option<Duration>.Optional("delay", ValueFormats.Duration, "They are under way for so much longer; those behind may overtake.");

    private static readonly Option<long> SetTtl = Option<long>.Optional(
        "set-ttl", ValueFormats.Count, "Their time to live, or hop limit, is set.", new OrderedRange<long>(1, 255));

    private static readonly Option<long> SetDscp = Option<long>.Optional("set-dscp", ValueFormats.Count, "Their DSCP is set.", new OrderedRange<long>(0, 63));

    private static readonly (Option<PacketSelection> Option, LinkAction Action)[] Selections =
    [
        (Drop, LinkAction.Drop), (Duplicate, LinkAction.Duplicate), (Corrupt, LinkAction.Corrupt), (MarkCe, LinkAction.MarkCongestion),
    ];

    private static readonly Option[] Actions = [Drop, Delay, Duplicate, Corrupt, MarkCe, SetTtl, SetDscp];

    internal static readonly IReadOnlyList<Option> All = [Match, .. Actions, Packets];

    /// <exception cref="FormatException">It does nothing, or two things.</exception>
    internal static LinkRule Create(OptionValues values)
    {
        Option[] given = [.. Actions.Where(values.Has)];
        if (given.Length == 0)
            throw new FormatException($"does nothing; write one of {string.Join(", ", Actions.Select(action => action.Name))}, such as drop: first 2");
        if (given.Length > 1)
            throw new FormatException($"does {given[0].Name} and {given[1].Name}; a rule does one thing, so write {given[1].Name} as a rule of its own");

        PacketFilter match = values.TryGet(Match, out PacketFilter? filter) ? filter! : PacketFilter.All;
        foreach ((Option<PacketSelection> option, LinkAction action) in Selections)
        {
            if (!values.Has(option))
                continue;
            if (values.Has(Packets))
                throw new FormatException($"says which packets twice; write {option.Name}: {values.Get(Packets)}");
            return new LinkRule(match, action) { Packets = values.Get(option) };
        }

        PacketSelection packets = values.Get(Packets);
        return values.GivenOrNull(Delay) is { } delay ? new LinkRule(match, LinkAction.Delay) { ExtraDelay = delay.ToTimeSpan(), Packets = packets }
            : values.GivenOrNull(SetTtl) is { } ttl ? new LinkRule(match, LinkAction.SetTimeToLive) { Value = (int)ttl, Packets = packets }
            : new LinkRule(match, LinkAction.SetDscp) { Value = (int)values.Get(SetDscp), Packets = packets };
    }

    private static Option<PacketSelection> Selecting(string name, string summary) => Option<PacketSelection>.Optional(name, ConditionFormats.Selection, summary);
}
