using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Links.Impairments;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>What <c>slot</c> takes.</summary>
internal static class SlotDetail
{
    private static readonly Option<Duration> Minimum = Option<Duration>.Optional(
        "min", ValueFormats.Duration, "The shortest time to the next slot; needed where there is no distribution.", new OrderedRange<Duration>(Duration.Shortest));

    private static readonly Option<Duration> Maximum = Option<Duration>.Optional(
        "max", ValueFormats.Duration, "The longest time to the next slot, each in between equally likely; the same as min when absent.");

    private static readonly Option<string> Distribution = Option<string>.Optional(
        "distribution", ConditionFormats.Distribution, "What the time to the next slot is drawn from, in place of max; needs mean and deviation.");

    private static readonly Option<Duration> Mean = Option<Duration>.Optional("mean", ValueFormats.Duration, "The mean of the distribution.");

    private static readonly Option<Duration> Deviation = Option<Duration>.Optional("deviation", ValueFormats.Duration, "Its standard deviation; of uniform, by how much it goes both ways.");

    private static readonly Option<long> Packets = Option<long>.Optional(
        "packets", ValueFormats.Count, "The most packets that a slot lets through; all when absent.", new OrderedRange<long>(1, int.MaxValue));

    private static readonly Option<ByteSize> Bytes = Option<ByteSize>.Optional(
        "bytes", ValueFormats.Size, "A slot is full with the packet that reaches so many bytes; never when absent.", new OrderedRange<ByteSize>(new ByteSize(1)));

    internal static readonly ConditionKind Kind = new(
        "slot", "Slots in which what was delayed arrives in bursts.", Create, Minimum, Maximum, Distribution, Mean, Deviation, Packets, Bytes);

    private static Func<LinkOptions, LinkOptions> Create(ConditionArguments arguments)
    {
        OptionValues values = arguments.Values;
        DelayOptions? distribution = DistributionOf(arguments);
        if (values.GivenOrNull(Minimum) is null && distribution is null)
            throw new FormatException("lacks the key \"min\"; write, for example, min: 5ms, or distribution: normal, mean: 5ms, deviation: 1ms");

        Duration minimum = values.GivenOrNull(Minimum) ?? new Duration(0);
        Duration maximum = values.GivenOrNull(Maximum) ?? minimum;
        if (maximum < minimum)
            throw new ConditionException(Maximum, $"is below min, {minimum}");
        var slots = new SlotOptions(minimum.ToTimeSpan())
        {
            Maximum = maximum.ToTimeSpan(),
            Distribution = distribution,
            Packets = (int)(values.GivenOrNull(Packets) ?? int.MaxValue),
            Bytes = values.GivenOrNull(Bytes)?.Bytes ?? long.MaxValue,
        };
        return options => options with { Slots = slots };
    }

    private static DelayOptions? DistributionOf(ConditionArguments arguments)
    {
        OptionValues values = arguments.Values;
        if (!values.Has(Distribution))
        {
            foreach (Option<Duration> option in (Option<Duration>[])[Mean, Deviation])
            {
                if (values.Has(option))
                    throw new ConditionException(option, "is of a distribution, and there is none; write distribution: normal too");
            }

            return null;
        }

        if (values.Has(Maximum))
            throw new ConditionException(Maximum, "and distribution both say how long the time is; leave one of the two out");
        if (values.GivenOrNull(Mean) is not { } mean || values.GivenOrNull(Deviation) is not { } deviation)
            throw new ConditionException(Distribution, "needs mean and deviation; write, for example, mean: 5ms, deviation: 1ms");
        return values.Get(Distribution) switch
        {
            "uniform" => new UniformDelayOptions(mean.ToTimeSpan(), deviation.ToTimeSpan()),
            "normal" => new NormalDelayOptions(mean.ToTimeSpan(), deviation.ToTimeSpan()),
            "pareto" => new ParetoDelayOptions(mean.ToTimeSpan(), deviation.ToTimeSpan()),
            "pareto-normal" => new ParetoNormalDelayOptions(mean.ToTimeSpan(), deviation.ToTimeSpan()),
            _ => arguments.ReadFile(Distribution, path => DistributionFileDelayOptions.FromFile(mean.ToTimeSpan(), deviation.ToTimeSpan(), path)),
        };
    }
}
