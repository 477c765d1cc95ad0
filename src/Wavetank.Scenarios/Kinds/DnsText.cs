using Wavetank.Applications;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Reads what is written about names, by the rules of the applications that use it.</summary>
internal static class DnsText
{
    internal static bool TryParseRecord(ReadOnlySpan<char> text, out string? value, out string? problem)
    {
        value = text.Trim().ToString();

        // In a zone of its own: whether records go together is seen when all are known.
        return new DnsZone().TryAdd(value, out problem);
    }

    internal static bool TryParseName(ReadOnlySpan<char> text, out string? value, out string? problem)
    {
        value = text.Trim().ToString();
        problem = DnsClient.IsName(value) ? null : $"{Quoted.Text(text)} is not a domain name; write one such as www.example.org";
        return problem is null;
    }

    internal static bool TryParseType(ReadOnlySpan<char> text, out string? value, out string? problem)
    {
        value = text.Trim().ToString();
        problem = DnsClient.IsType(value) ? null : $"{Quoted.Text(text)} is not a known type of record; known are A, AAAA, CNAME, MX, NS, PTR, SRV, TXT, SOA, ANY";
        return problem is null;
    }
}
