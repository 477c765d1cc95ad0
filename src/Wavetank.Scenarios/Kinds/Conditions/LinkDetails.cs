using Wavetank.Links;
using Wavetank.Links.Impairments;
using Wavetank.Links.Rules;
using Wavetank.Links.Schedules;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>What conditions take as a mapping beside their one value, where there is only one kind of it.</summary>
internal static class LinkDetails
{
    private static readonly Option<Probability> Percent = Option<Probability>.Required("percent", ValueFormats.Probability, "The share of packets.");

    private static readonly Option<Probability> Correlation = Option<Probability>.WithDefault(
        "correlation", ValueFormats.Probability, new Probability(0), "How much of each random number comes from the last one.");

    private static readonly Option<long> Gap = Option<long>.WithDefault(
        "gap", ValueFormats.Count, 1, "So many packets go by between two that are reordered, less one.", new OrderedRange<long>(1, int.MaxValue));

    private static readonly Option<BitRate> BitsPerSecond = Option<BitRate>.Optional(
        "rate", ValueFormats.Rate, "How fast bits are sent; without limit when absent.", new OrderedRange<BitRate>(new BitRate(1)));

    private static readonly Option<string> Trace = Option<string>.Optional(
        "trace", ConditionFormats.File, "When 1,500 bytes can be sent, in place of a rate: a file of mahimahi's, with a time in whole milliseconds in each line; at most 1 MiB.");

    private static readonly OrderedRange<long> OverheadRange = new(-1000, 1000);

    private static readonly Option<long> Overhead = Option<long>.WithDefault(
        "overhead", ConditionFormats.SignedBytes, 0, "Bytes that each packet has more on the wire.", OverheadRange);

    private static readonly Option<ByteSize> Cell = Option<ByteSize>.Optional(
        "cell", ValueFormats.Size, "Bytes of a packet that a cell takes; no cells when absent.", new OrderedRange<ByteSize>(new ByteSize(1), new ByteSize(ushort.MaxValue)));

    private static readonly Option<long> CellOverhead = Option<long>.WithDefault(
        "cell-overhead", ConditionFormats.SignedBytes, 0, "Bytes that each cell has more.", OverheadRange);

    internal static readonly ConditionKind Rate = new(
        "rate", "How fast bits are sent, with what a packet takes on the wire beside its own bytes; or when, by a trace.", CreateRate, BitsPerSecond, Overhead, Cell, CellOverhead, Trace);

    internal static readonly ConditionKind Duplicate = new(
        "duplicate", "The share of packets that arrive twice, with netem's correlation.",
        arguments => options => options with { Duplicate = Share(arguments, Percent), DuplicateCorrelation = Share(arguments, Correlation) }, Percent, Correlation);

    internal static readonly ConditionKind Reorder = new(
        "reorder", "The share of packets that skip the delay, with netem's correlation and gap.",
        arguments => options => options with
        {
            Reorder = Share(arguments, Percent),
            ReorderCorrelation = Share(arguments, Correlation),
            ReorderGap = (int)arguments.Values.Get(Gap),
        },
        Percent, Correlation, Gap);

    internal static readonly ConditionKind Corrupt = new(
        "corrupt", "The share of packets of which one bit is turned over, with netem's correlation.",
        arguments => options => options with { Corrupt = Share(arguments, Percent), CorruptCorrelation = Share(arguments, Correlation) }, Percent, Correlation);

    internal static readonly ConditionKind Rules = new(
        "rules", "What is done to packets that match: a list of rules, each of which does one thing.",
        arguments => options => options with { Rules = [.. arguments.Items.Cast<LinkRule>()] }, [.. RuleKeys.All])
    {
        Items = new ItemList(new Section("rules", "The rules.", "[{ match: tcp && syn, drop: first 2 }]"), RuleKeys.All, RuleKeys.Create),
    };

    internal static readonly KindTable<ConditionKind> Table = new("detail of a link", Rate, Duplicate, Reorder, Corrupt, SlotDetail.Kind, Rules);

    private static double Share(ConditionArguments arguments, Option<Probability> option) => (double)arguments.Values.Get(option).Value;

    private static Func<LinkOptions, LinkOptions> CreateRate(ConditionArguments arguments)
    {
        OptionValues values = arguments.Values;
        if (values.Has(Trace) && values.Has(BitsPerSecond))
            throw new ConditionException(Trace, "takes the place of a rate; leave one of the two out");
        if (values.Get(CellOverhead) != 0 && !values.Has(Cell))
            throw new ConditionException(CellOverhead, "is of cells, and there are none; write cell: 48B too");
        DeliveryTrace? trace = values.Has(Trace) ? arguments.ReadFile(Trace, DeliveryTrace.FromFile) : null;
        var rate = new DataRate(values.GivenOrNull(BitsPerSecond)?.BitsPerSecond ?? 0);
        LinkFraming? framing = values.Has(Overhead) || values.Has(Cell)
            ? new LinkFraming
            {
                PacketOverhead = (int)values.Get(Overhead),
                CellSize = (int)(values.GivenOrNull(Cell)?.Bytes ?? 0),
                CellOverhead = (int)values.Get(CellOverhead),
            }
            : null;
        return options => options with { Rate = rate, DeliveryTrace = trace, Framing = framing };
    }
}
