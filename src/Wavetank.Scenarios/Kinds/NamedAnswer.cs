using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds;

/// <summary>How a name server treats queries for one name. What is null is as for all other names.</summary>
internal sealed record NamedAnswer(string Name)
{
    internal Distribution? Delay { get; init; }

    internal DnsFailureKind? Failure { get; init; }

    internal Probability? FailureRate { get; init; }
}
