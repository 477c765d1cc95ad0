using Wavetank.Applications;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A way in which a DNS server fails.</summary>
public sealed class DnsFailureKind : Kind
{
    internal DnsFailureKind(string name, string summary, DnsFailure failure)
        : base(name, summary)
    {
        Failure = failure;
    }

    internal DnsFailure Failure { get; }
}
