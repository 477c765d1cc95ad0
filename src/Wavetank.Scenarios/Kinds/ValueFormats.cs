using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Units.Draws;

namespace Wavetank.Scenarios.Kinds;

/// <summary>All the ways in which values are written.</summary>
internal static class ValueFormats
{
    internal static readonly ValueFormat<Duration> Duration =
        new("duration", "a number and a unit: ns, us, ms, s, min, h", "50ms", TryParseDuration)
        {
            Pattern = Patterns.Quantity(Units.Duration.Units),
        };

    internal static readonly ValueFormat<BitRate> Rate =
        new("rate", "a number and a unit of bits per second: bps, kbps, Mbps, Gbps, Tbps", "10Mbps", BitRate.TryParse)
        {
            Pattern = Patterns.Quantity(BitRate.Units),
        };

    internal static readonly ValueFormat<ByteSize> Size =
        new("size", "a number and a unit: B, KB (1000), KiB (1024), MB, MiB, GB, GiB, TB, TiB", "64KB", ByteSize.TryParse)
        {
            Pattern = Patterns.Quantity(ByteSize.Units),
        };

    internal static readonly ValueFormat<Probability> Probability =
        new("probability", "a percentage, or a fraction from 0 to 1", "1%", Units.Probability.TryParse)
        {
            Pattern = Patterns.Probability,
            Number = NumberForm.Fraction,
        };

    internal static readonly ValueFormat<long> Count =
        new("count", "a whole number", "10", Units.Count.TryParse) { Number = NumberForm.Whole };

    internal static readonly ValueFormat<Factor> Factor =
        new("factor", "a number, with decimals or without", "2.1", Units.Factor.TryParse) { Number = NumberForm.Decimal };

    internal static readonly ValueFormat<Position> Place =
        new("place", "the name of a known place (wavetank list places), or latitude and longitude in degrees, in quotes", "frankfurt", Position.TryParse)
        {
            Pattern = Position.Pattern,
        };

    internal static readonly ValueFormat<bool> Switch =
        new("switch", "on or off", "on", SwitchText.TryParse) { Pattern = SwitchText.Pattern };

    internal static readonly ValueFormat<ulong> Seed =
        new("seed", "a whole number from 0 to 18446744073709551615", "42", Units.Count.TryParseUnsigned) { Number = NumberForm.Whole };

    internal static readonly ValueFormat<long> Port =
        new("port", "a whole number from 1 to 65535", "5000", Units.Count.TryParse) { Number = NumberForm.Whole };

    internal static readonly ValueFormat<Distribution> Distribution =
        new("distribution", "a duration, or durations drawn at random: uniform(5ms, 15ms), exponential(10ms)", "exponential(10ms)",
            Units.Distribution.TryParse)
        {
            Pattern = Patterns.Distribution(DistributionKinds.Table.Rows, DrawnQuantity.Durations),
        };

    internal static readonly ValueFormat<SizeDistribution> Sizes =
        new("sizes", "a size, or sizes drawn at random: uniform(64B, 1500B), pareto(1KB, 1.2)", "10KB", SizeDistribution.TryParse)
        {
            Pattern = Patterns.Distribution(DistributionKinds.Table.Rows, DrawnQuantity.Sizes),
        };

    internal static readonly ValueFormat<ClockOffset> ClockOffset =
        new("offset", "a duration, with a minus for behind", "-5s", Units.ClockOffset.TryParse)
        {
            Pattern = "^-?" + Patterns.Quantity(Units.Duration.Units).TrimStart('^'),
        };

    internal static readonly ValueFormat<ClockDrift> ClockDrift =
        new("drift", "parts per million, with a minus for too slow", "50ppm", Units.ClockDrift.TryParse)
        {
            Pattern = @"^[-+]?[0-9]+(\.[0-9]+)? *ppm$",
        };

    internal static readonly ValueFormat<QueueLimit> QueueLimit =
        new("queue limit", "a number of packets, or a size", "100 packets", Units.QueueLimit.TryParse)
        {
            Pattern = Patterns.QueueLimit,
        };

    internal static readonly ValueFormat<string> Name =
        new("name", "lower-case letters, digits and hyphens, beginning with a letter", "server", NameText.TryParse)
        {
            Pattern = NameText.Pattern,
        };

    // Links without a name are called by their two ends, so a link's name may be longer than a device's; whether it is known is checked later.
    internal static readonly ValueFormat<string> LinkName = new("link", "a link's name, or that of a group of links", "client-server", FreeText.TryParse);

    internal static readonly ValueFormat<string> Text = new("text", "any text", "echo over a shaky uplink", FreeText.TryParse);

    internal static readonly ValueFormat<string> GraphFile =
        new("graph file", "the name of a file, .graphml or .dot", "europe.graphml", FreeText.TryParse);

    internal static readonly ValueFormat<string> ZoneRecord =
        new("record", "a name, perhaps a TTL in seconds, a type and its data, as a zone file has them", "www 60 CNAME server", DnsText.TryParseRecord);

    internal static readonly ValueFormat<string> DomainName =
        new("domain name", "a domain name", "www.example.org", DnsText.TryParseName);

    internal static readonly ValueFormat<string> RecordType =
        new("record type", "a type of record: A, AAAA, CNAME, MX, NS, PTR, SRV, TXT, SOA, ANY", "TXT", DnsText.TryParseType)
        {
            Pattern = "^(A|AAAA|CNAME|MX|NS|PTR|SRV|TXT|SOA|ANY)$",
        };

    internal static readonly ValueFormat<DnsFailureKind> DnsFailure = KindOf(DnsFailureKinds.Table);

    internal static readonly ValueFormat<NamedAnswer> NamedAnswer =
        new("name with its answer", "a domain name, and delay, failure and failure-rate for it, each with its value", "www.example.org delay 3s",
            NamedAnswerText.TryParse);

    internal static readonly ValueFormat<Destination> Endpoint =
        new("endpoint", "a device (or localhost) and a port, joined by a colon", "server:5000", DestinationText.TryParseEndpoint)
        {
            Pattern = Patterns.Endpoint,
        };

    internal static readonly ValueFormat<Destination> Device =
        new("device", "a device's name, or localhost", "server", DestinationText.TryParseDevice)
        {
            Pattern = NameText.Pattern,
        };

    private static bool TryParseDuration(ReadOnlySpan<char> text, out Duration value, out string? problem) =>
        Units.Duration.TryParse(text, out value, out problem) && (problem = value.ResolutionProblem) is null;

    /// <summary>The name of a row of a table.</summary>
    internal static ValueFormat<T> KindOf<T>(KindTable<T> table)
        where T : Kind => KindOf(() => table);

    /// <summary>The name of a row of a table that is looked at anew each time, because others may have added rows.</summary>
    internal static ValueFormat<T> KindOf<T>(Func<KindTable<T>> now)
        where T : Kind
    {
        KindTable<T> first = now();
        return new ValueFormat<T>(first.What, $"the name of a known {first.What}", first.Rows[0].Name, TryParse) { ChoicesNow = () => now().Rows };

        bool TryParse(ReadOnlySpan<char> text, out T? kind, out string? problem)
        {
            KindTable<T> table = now();
            string name = text.ToString();
            kind = table.Find(name);
            problem = kind is null ? table.DescribeUnknown(name) : null;
            return kind is not null;
        }
    }
}
