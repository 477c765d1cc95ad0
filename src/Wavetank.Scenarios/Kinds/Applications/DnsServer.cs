using Wavetank.Applications;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Units;

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

    internal static readonly ApplicationKind Kind = new(
        "dns-server",
        "Answers DNS queries over UDP and TCP at port 53, from the names of the network's devices and records of its own.",
        [Records, Ttl, Delay, Failure, FailureRate],
        [
            Metrics.Count("Queries received."),
            new MetricKind("bytes", "Bytes of queries received.", MetricUnit.Size),
            Metrics.Errors,
        ],
        Create)
    {
        Counts = new CountedWords("query", "queries"),
        IsServer = true,
        Check = CheckRecords,
    };

    private static (Option Option, string Problem)? CheckRecords(OptionValues values)
    {
        var zone = new DnsZone();
        foreach (string record in values.Get(Records))
        {
            if (!zone.TryAdd(record, out string? problem))
                return (Records, problem!);
        }

        return null;
    }

    private static Wavetank.Applications.DnsServer Create(ApplicationContext context)
    {
        var zone = new DnsZone(ttl: context.Options.Get(Ttl).ToTimeSpan()) { IncludesHosts = true };
        foreach (string record in context.Options.Get(Records))
            zone.Add(record);

        bool fails = context.Options.TryGet(Failure, out DnsFailureKind? failure);
        return new Wavetank.Applications.DnsServer(new DnsServerOptions
        {
            Zones = [zone],
            Behavior = new DnsBehavior
            {
                Delay = context.Draws(Delay),
                Failure = fails ? failure!.Failure : DnsFailure.None,
                FailureProbability = (double)context.Options.Get(FailureRate).Value,
            },
        });
    }
}
