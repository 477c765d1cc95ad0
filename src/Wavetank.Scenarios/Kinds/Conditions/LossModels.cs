using Wavetank.Links;
using Wavetank.Links.Loss;
using Wavetank.Links.Rules;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>The table of loss models.</summary>
internal static class LossModels
{
    private const int MostNumbers = 100_000;

    private static readonly Option<Probability> Percent = Option<Probability>.Required("percent", ValueFormats.Probability, "The share of packets that are lost.");

    private static readonly Option<Probability> Correlation = Option<Probability>.Required(
        "correlation", ValueFormats.Probability, "How much of each random number comes from the last one.");

    private static readonly Option<Probability> P = Option<Probability>.Required("p", ValueFormats.Probability, "The probability to go from good to bad with a packet.");

    private static readonly Option<Probability> R = Option<Probability>.Optional(
        "r", ValueFormats.Probability, "The probability to go from bad to good with a packet; 1-p when absent, which is independent loss.");

    private static readonly Option<Probability> LossInBad = Option<Probability>.WithDefault(
        "1-h", ValueFormats.Probability, new Probability(1), "The share of packets that are lost in the bad state.");

    private static readonly Option<Probability> LossInGood = Option<Probability>.WithDefault(
        "1-k", ValueFormats.Probability, new Probability(0), "The share of packets that are lost in the good state.");

    private static readonly Option<Probability> P13 = Option<Probability>.Required("p13", ValueFormats.Probability, "From received in a gap to a burst's loss.");

    private static readonly Option<Probability> P31 = Option<Probability>.Optional("p31", ValueFormats.Probability, "From a burst's loss to received in a gap; 1-p13 when absent.");

    private static readonly Option<Probability> P32 = Option<Probability>.WithDefault(
        "p32", ValueFormats.Probability, new Probability(0), "From a burst's loss to received within the burst.");

    private static readonly Option<Probability> P23 = Option<Probability>.WithDefault(
        "p23", ValueFormats.Probability, new Probability(1), "From received within a burst to the burst's next loss.");

    private static readonly Option<Probability> P14 = Option<Probability>.WithDefault(
        "p14", ValueFormats.Probability, new Probability(0), "From received in a gap to a loss that stands alone.");

    private static readonly Option<long> Period = Option<long>.Required(
        "period", ValueFormats.Count, "One packet of so many is lost: the last.", new OrderedRange<long>(1, int.MaxValue));

    private static readonly ListOption<PacketSelection> Packets = new("packets", ConditionFormats.PacketNumbers, "The numbers of the packets that are lost, counted from 1 in each direction.");

    internal static readonly KindTable<ConditionKind> Table = new(
        "loss model",
        new ConditionKind("independent", "Each packet is lost with the same probability, whatever became of those before it.",
            arguments => Set(new IndependentLossOptions(Share(arguments, Percent))), Percent),
        new ConditionKind("correlated", "netem's loss with correlation: the random numbers resemble the last, which makes losses rarer than their percentage says.",
            arguments => Set(new CorrelatedLossOptions(Share(arguments, Percent), Share(arguments, Correlation))), Percent, Correlation),
        new ConditionKind("gilbert-elliott", "A good and a bad state, each with a loss of its own; bursts are 1/r packets long as a mean (netem's gemodel).",
            CreateGilbertElliott, P, R, LossInBad, LossInGood),
        new ConditionKind("four-state", "Gaps and bursts as a Markov chain of four states (netem's loss state).", CreateMarkov, P13, P31, P32, P23, P14),
        new ConditionKind("periodic", "Every so many-th packet is lost, exactly.",
            arguments => Set(new PeriodicLossOptions((int)arguments.Values.Get(Period))), Period),
        new ConditionKind("list", "The packets with the given numbers are lost, and no others.", CreateList, Packets));

    internal static Func<LinkOptions, LinkOptions> Set(LossOptions model)
    {
        model.Validate();
        return options => options with { Loss = 0, LossPeriod = 0, LossModel = model };
    }

    private static double Share(ConditionArguments arguments, Option<Probability> option) => (double)arguments.Values.Get(option).Value;

    private static Func<LinkOptions, LinkOptions> CreateGilbertElliott(ConditionArguments arguments)
    {
        double p = Share(arguments, P);
        double r = (double?)arguments.Values.GivenOrNull(R)?.Value ?? 1 - p;
        return Set(new GilbertElliottLossOptions(p, r) { LossInBad = Share(arguments, LossInBad), LossInGood = Share(arguments, LossInGood) });
    }

    private static Func<LinkOptions, LinkOptions> CreateMarkov(ConditionArguments arguments)
    {
        OptionValues values = arguments.Values;
        Probability p13 = values.Get(P13);
        Probability p31 = values.GivenOrNull(P31) ?? new Probability(1 - p13.Value);
        if (p13.Value + values.Get(P14).Value > 1)
            throw new ConditionException(values.Has(P14) ? P14 : P13, "leads away from the gap as p13 does; together they are at most 100%");
        if (p31.Value + values.Get(P32).Value > 1)
            throw new ConditionException(values.Has(P32) ? P32 : P31, $"leads away from a burst's loss as p31 ({p31}) does; together they are at most 100%");
        return Set(new MarkovLossOptions((double)p13.Value)
        {
            P31 = (double)p31.Value,
            P32 = Share(arguments, P32),
            P23 = Share(arguments, P23),
            P14 = Share(arguments, P14),
        });
    }

    private static Func<LinkOptions, LinkOptions> CreateList(ConditionArguments arguments)
    {
        IReadOnlyList<PacketSelection> lists = arguments.Values.Get(Packets);
        if (lists.Count == 0)
            throw new FormatException("lacks the numbers of packets; write, for example, packets: [3, 7, 10-12]");
        if (lists.Sum(list => list.NumberCount) > MostNumbers)
            throw new ConditionException(Packets, $"names more than {MostNumbers} packets");
        return Set(new ListLossOptions(lists.SelectMany(list => list.Numbers())));
    }
}
