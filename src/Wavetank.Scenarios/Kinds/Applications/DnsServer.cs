using Wavetank.Applications;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>dns-server</c>.</summary>
internal static class DnsServer
{
    internal static readonly ListOption<string> Records = new(
        "records", ValueFormats.ZoneRecord, "Records beside the names and addresses of the network's devices; a device's name that has records here has only those.");

    internal static readonly Option<Duration> Ttl = Option<Duration>.WithDefault(
        "ttl", ValueFormats.Duration, new Duration(300_000_000_000), "For how long answers may be kept, in whole seconds.",
        new OrderedRange<Duration>(new Duration(0), new Duration(1_000_000_000L * int.MaxValue)));

    internal static readonly Option<Distribution> Delay = Option<Distribution>.WithDefault(
        "delay", ValueFormats.Distribution, Distribution.Constant(new Duration(0)), "The time from a query to its answer.");

    internal static readonly Option<DnsFailureKind> Failure = Option<DnsFailureKind>.Optional(
        "failure", ValueFormats.DnsFailure, "How it fails; not at all when absent.");

    internal static readonly Option<Probability> FailureRate = Option<Probability>.WithDefault(
        "failure-rate", ValueFormats.Probability, new Probability(1), "The share of queries that fail, each independently, where failure is given.");

    internal static readonly ListOption<NamedAnswer> Names = new(
        "names", ValueFormats.NamedAnswer, "Names that are answered otherwise than the rest; what is not said of one is as for all.");

    internal static readonly ApplicationKind Kind = new(
        "dns-server",
        "Answers DNS queries over UDP and TCP at port 53, from the names of the network's devices and records of its own.",
        [Records, Ttl, Delay, Failure, FailureRate, Names],
        [
            Metrics.Count("Queries received."),
            new MetricKind("bytes", "Bytes of queries received.", MetricUnit.Size, Better.Neither),
            Metrics.Errors,
        ],
        Create)
    {
        Counts = new CountedWords("query", "queries"),
        IsServer = true,
        Check = CheckNames,
    };

    private static (Option Option, string Problem)? CheckNames(OptionValues values)
    {
        var zone = new DnsZone();
        foreach (string record in values.Get(Records))
        {
            if (!zone.TryAdd(record, out string? problem))
                return (Records, problem!);
        }

        string[] names = [.. values.Get(Names).Select(answer => answer.Name.TrimEnd('.'))];
        string? twice = names.Where((name, i) => names.Take(i).Contains(name, StringComparer.OrdinalIgnoreCase)).FirstOrDefault();
        return twice is null ? null : (Names, $"{Quoted.Text(twice)} is there twice");
    }

    private static Wavetank.Applications.DnsServer Create(ApplicationContext context)
    {
        var zone = new DnsZone(ttl: context.Options.Get(Ttl).ToTimeSpan()) { IncludesHosts = true };
        foreach (string record in context.Options.Get(Records))
            zone.Add(record);

        bool fails = context.Options.TryGet(Failure, out DnsFailureKind? failure);
        var behavior = new DnsBehavior
        {
            Delay = context.Draws(Delay),
            Failure = fails ? failure!.Failure : DnsFailure.None,
            FailureProbability = (double)context.Options.Get(FailureRate).Value,
        };
        return new Wavetank.Applications.DnsServer(new DnsServerOptions
        {
            Zones = [zone],
            Behavior = behavior,
            Names = context.Options.Get(Names).ToDictionary(answer => answer.Name, answer => Of(answer, behavior, context)),
        });
    }

    private static DnsBehavior Of(NamedAnswer answer, DnsBehavior all, ApplicationContext context) => new()
    {
        Delay = answer.Delay is { } delay ? context.Draws(delay, $"delay/{answer.Name}") : all.Delay,
        Failure = answer.Failure?.Failure ?? all.Failure,
        FailureProbability = answer.Failure is null ? all.FailureProbability : (double)(answer.FailureRate?.Value ?? 1),
    };
}
