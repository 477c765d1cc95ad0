using Wavetank.Applications;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>dns-client</c>.</summary>
internal static class DnsClient
{
    internal static readonly Option<string> Query = Option<string>.Required(
        "query", ValueFormats.DomainName, "The name to look up.");

    internal static readonly Option<string> Type = Option<string>.Optional(
        "type", ValueFormats.RecordType, "The type of record; when absent, the addresses of both families, as a program gets them that connects.");

    internal static readonly Option<long> Count = Option<long>.WithDefault(
        "count", ValueFormats.Count, 4, "How many times to look it up.", SharedOptions.Counts);

    internal static readonly Option<Duration> Interval = Option<Duration>.WithDefault(
        "interval", ValueFormats.Duration, new Duration(1_000_000_000), "The time from one look-up to the next, where the answer does not take longer.",
        SharedOptions.Positive);

    internal static readonly ApplicationKind Kind = new(
        "dns-client",
        "Looks a name up, by its host's name servers and with its host's cache, and times the answers.",
        [Query, Type, Count, Interval],
        [Metrics.Count("Look-ups that found what they asked for.", Better.Higher), Metrics.Errors, Metrics.RoundTrip],
        Create)
    {
        Counts = new CountedWords("answer", "answers"),
    };

    private static Wavetank.Applications.DnsClient Create(ApplicationContext context) => new(new DnsClientOptions
    {
        Name = context.Options.Get(Query),
        Type = context.Options.TryGet(Type, out string? type) ? type : null,
        Count = context.Options.Get(Count),
        Interval = context.Options.Get(Interval).ToTimeSpan(),
    });
}
