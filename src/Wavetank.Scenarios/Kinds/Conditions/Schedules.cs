using Wavetank.Links;
using Wavetank.Links.Schedules;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>The table of schedules.</summary>
internal static class Schedules
{
    private static readonly OrderedRange<Duration> AboveZero = new(Duration.Shortest);
    private static readonly OrderedRange<BitRate> FromOneBit = new(new BitRate(1));

    private static readonly Option<Duration> At = Option<Duration>.Required("at", ValueFormats.Duration, "When the step begins, from when the schedule takes effect.");
    private static readonly Option<BitRate> StepRate = Option<BitRate>.Optional("rate", ValueFormats.Rate, "How fast bits are sent.", FromOneBit);
    private static readonly Option<Duration> StepDelay = Option<Duration>.Optional("delay", ValueFormats.Duration, "How long a packet is under way.");
    private static readonly Option<Duration> StepJitter = Option<Duration>.Optional("jitter", ValueFormats.Duration, "By how much the delay varies both ways.");
    private static readonly Option<Probability> StepLoss = Option<Probability>.Optional("loss", ValueFormats.Probability, "The share of packets that are lost.");

    private static readonly Option<Duration> Repeat = Option<Duration>.Optional(
        "repeat", ValueFormats.Duration, "After how long it begins anew, later than the last step; never when absent.", AboveZero);

    private static readonly Option<string> File = Option<string>.Required(
        "file", ConditionFormats.File, "Comma-separated values with the columns time_s, rate_mbps, delay_ms, loss_percent; at most 1 MiB.");

    private static readonly Option<BitRate> Minimum = Option<BitRate>.Required("min", ValueFormats.Rate, "The lowest rung.", FromOneBit);
    private static readonly Option<BitRate> Maximum = Option<BitRate>.Required("max", ValueFormats.Rate, "No rung is above it.", FromOneBit);

    private static readonly Option<Duration> Interval = Option<Duration>.WithDefault(
        "interval", ValueFormats.Duration, new Duration(100_000_000), "The time between steps of the walk.", AboveZero);

    private static readonly Option<Probability> Step = Option<Probability>.WithDefault(
        "step", ValueFormats.Probability, new Probability(0.25m), "By how much a rung is above the one below.", new OrderedRange<Probability>(new Probability(0.001m)));

    private static readonly Option<Probability> Mobility = Option<Probability>.WithDefault(
        "mobility", ValueFormats.Probability, new Probability(0.5m), "The probability to leave a rung with a step, half of it up and half down.");

    private static readonly Option<Duration> MinimumDelay = Option<Duration>.Required("min-delay", ValueFormats.Duration, "The shortest one-way delay.");
    private static readonly Option<Duration> MaximumDelay = Option<Duration>.Required("max-delay", ValueFormats.Duration, "The longest one-way delay.");

    private static readonly Option<Duration> Period = Option<Duration>.WithDefault(
        "period", ValueFormats.Duration, new Duration(15_000_000_000), "The time between reconfigurations.", AboveZero);

    private static readonly Option<Duration> Offset = Option<Duration>.WithDefault(
        "offset", ValueFormats.Duration, new Duration(12_000_000_000), "When the first reconfiguration is; at most the period.");

    private static readonly Option<Duration> Outage = Option<Duration>.WithDefault(
        "outage", ValueFormats.Duration, new Duration(50_000_000), "How long a reconfiguration takes; less than the period.");

    private static readonly Option<Probability> OutageLoss = Option<Probability>.WithDefault(
        "outage-loss", ValueFormats.Probability, new Probability(1), "The share of packets that an outage loses.");

    internal static readonly ConditionKind Steps = new(
        "steps", "Conditions that begin at given times, once or again and again; a list alone means this.", CreateSteps, Repeat)
    {
        Items = new ItemList(
            new Section("steps", "The steps, each later than the one before; what one leaves out stays as it was.", "[{ at: 0s, rate: 10Mbps }, { at: 5s, rate: 1Mbps, delay: 50ms }]", isRequired: true),
            [At, StepRate, StepDelay, StepJitter, StepLoss],
            CreateStep),
    };

    internal static readonly KindTable<ConditionKind> Table = new(
        "schedule",
        Steps,
        new ConditionKind("csv", "Steps from a file of times, rates, delays and losses.",
            arguments => Set(arguments.ReadFile(File, StepScheduleOptions.FromCsv) with { Repeat = arguments.Values.GivenOrNull(Repeat)?.ToTimeSpan() }), File, Repeat),
        new ConditionKind("cellular", "A rate like that of a mobile network: a random walk on a ladder of rates.", CreateCellular, Minimum, Maximum, Interval, Step, Mobility),
        new ConditionKind("satellite", "Low orbits: every 15 s another delay, and a short outage.", CreateSatellite, MinimumDelay, MaximumDelay, Period, Offset, Outage, OutageLoss));

    internal static Func<LinkOptions, LinkOptions> Set(ScheduleOptions schedule)
    {
        schedule.Validate();
        return options => options with { Schedule = schedule };
    }

    private static Func<LinkOptions, LinkOptions> CreateSteps(ConditionArguments arguments) => Set(
        new StepScheduleOptions([.. arguments.Items.Cast<ScheduleStep>()]) { Repeat = arguments.Values.GivenOrNull(Repeat)?.ToTimeSpan() });

    private static ScheduleStep CreateStep(OptionValues values) => new(values.Get(At).ToTimeSpan())
    {
        Rate = values.GivenOrNull(StepRate) is { } rate ? new DataRate(rate.BitsPerSecond) : null,
        Delay = values.GivenOrNull(StepDelay)?.ToTimeSpan(),
        Jitter = values.GivenOrNull(StepJitter)?.ToTimeSpan(),
        Loss = (double?)values.GivenOrNull(StepLoss)?.Value,
    };

    private static Func<LinkOptions, LinkOptions> CreateCellular(ConditionArguments arguments)
    {
        OptionValues values = arguments.Values;
        if (values.Get(Maximum) < values.Get(Minimum))
            throw new ConditionException(Maximum, $"is below min, {values.Get(Minimum)}");
        return Set(new CellularScheduleOptions(new DataRate(values.Get(Minimum).BitsPerSecond), new DataRate(values.Get(Maximum).BitsPerSecond))
        {
            Interval = values.Get(Interval).ToTimeSpan(),
            Factor = 1 + (double)values.Get(Step).Value,
            Mobility = (double)values.Get(Mobility).Value,
        });
    }

    private static Func<LinkOptions, LinkOptions> CreateSatellite(ConditionArguments arguments)
    {
        OptionValues values = arguments.Values;
        if (values.Get(MaximumDelay) < values.Get(MinimumDelay))
            throw new ConditionException(MaximumDelay, $"is below min-delay, {values.Get(MinimumDelay)}");
        return Set(new SatelliteScheduleOptions(values.Get(MinimumDelay).ToTimeSpan(), values.Get(MaximumDelay).ToTimeSpan())
        {
            Period = values.Get(Period).ToTimeSpan(),
            Offset = values.Get(Offset).ToTimeSpan(),
            Outage = values.Get(Outage).ToTimeSpan(),
            OutageLoss = (double)values.Get(OutageLoss).Value,
        });
    }
}
