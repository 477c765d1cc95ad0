using Wavetank.Applications;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of the ways in which a DNS server fails.</summary>
internal static class DnsFailureKinds
{
    internal static readonly DnsFailureKind Silence = new("silence", "It does not answer.", DnsFailure.Silence);

    internal static readonly KindTable<DnsFailureKind> Table = new(
        "failure",
        new DnsFailureKind("servfail", "It answers SERVFAIL.", DnsFailure.ServerFailure),
        new DnsFailureKind("refused", "It answers REFUSED.", DnsFailure.Refused),
        Silence);
}
