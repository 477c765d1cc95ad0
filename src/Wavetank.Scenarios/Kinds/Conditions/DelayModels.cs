using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>The table of delay models.</summary>
internal static class DelayModels
{
    private static readonly Option<Duration> Delay = Option<Duration>.Required("delay", ValueFormats.Duration, "How long a packet is under way.");

    private static readonly Option<Duration> Middle = Option<Duration>.Required("delay", ValueFormats.Duration, "The middle of the range.");

    private static readonly Option<Duration> Jitter = Option<Duration>.Required("jitter", ValueFormats.Duration, "By how much the delay varies both ways.");

    private static readonly Option<Duration> Mean = Option<Duration>.Required("mean", ValueFormats.Duration, "The mean.");

    private static readonly Option<Duration> Deviation = Option<Duration>.Required("deviation", ValueFormats.Duration, "The standard deviation.");

    private static readonly Option<Probability> Correlation = Option<Probability>.WithDefault(
        "correlation", ValueFormats.Probability, new Probability(0), "How much of each random number comes from the last one.");

    private static readonly Option<string> Delays = Option<string>.Required(
        "file", ConditionFormats.File, "A file with one delay in each line, such as 12.5ms; at most 1 MiB.");

    private static readonly Option<string> DistributionFile = Option<string>.Required(
        "file", ConditionFormats.File, "A table of netem's (.dist): whole numbers, of which 8192 is one deviation; at most 1 MiB.");

    internal static readonly KindTable<ConditionKind> Table = new(
        "delay model",
        new ConditionKind("constant", "Every packet takes the same time; a plain duration means this.",
            arguments => Set(new ConstantDelayOptions(Time(arguments, Delay))), Delay),
        new ConditionKind("uniform", "Every delay within the jitter around the middle is equally likely.",
            arguments => Set(new UniformDelayOptions(Time(arguments, Middle), Time(arguments, Jitter)) { Correlation = Share(arguments) }), Middle, Jitter, Correlation),
        new ConditionKind("normal", "The normal distribution.",
            arguments => Set(new NormalDelayOptions(Time(arguments, Mean), Time(arguments, Deviation)) { Correlation = Share(arguments) }), Mean, Deviation, Correlation),
        new ConditionKind("pareto", "A Pareto distribution: most delays a little below the mean, few far above.",
            arguments => Set(new ParetoDelayOptions(Time(arguments, Mean), Time(arguments, Deviation)) { Correlation = Share(arguments) }), Mean, Deviation, Correlation),
        new ConditionKind("pareto-normal", "Three parts of a Pareto and one of a normal distribution.",
            arguments => Set(new ParetoNormalDelayOptions(Time(arguments, Mean), Time(arguments, Deviation)) { Correlation = Share(arguments) }), Mean, Deviation, Correlation),
        new ConditionKind("empirical", "Delays that were measured, from a file: each is equally likely.",
            arguments => Set(arguments.ReadFile(Delays, EmpiricalDelayOptions.FromFile) with { Correlation = Share(arguments) }), Delays, Correlation),
        new ConditionKind("distribution-file", "A distribution from a file in netem's format.",
            arguments => Set(arguments.ReadFile(DistributionFile, path => DistributionFileDelayOptions.FromFile(Time(arguments, Mean), Time(arguments, Deviation), path)) with { Correlation = Share(arguments) }),
            DistributionFile, Mean, Deviation, Correlation));

    internal static Func<LinkOptions, LinkOptions> Set(DelayOptions model)
    {
        model.Validate();
        return options => options with { Delay = TimeSpan.Zero, Jitter = TimeSpan.Zero, DelayModel = model };
    }

    private static TimeSpan Time(ConditionArguments arguments, Option<Duration> option) => arguments.Values.Get(option).ToTimeSpan();

    private static double Share(ConditionArguments arguments) => (double)arguments.Values.Get(Correlation).Value;
}
