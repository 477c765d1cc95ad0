using Wavetank.Applications;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A way in which a DNS server fails.</summary>
internal sealed class DnsFailureKind(string name, string summary, DnsFailure failure) : Kind(name, summary)
{
    internal DnsFailure Failure { get; } = failure;
}
