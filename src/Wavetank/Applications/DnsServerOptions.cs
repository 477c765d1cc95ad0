namespace Wavetank.Applications;

/// <summary>What a DNS server serves, and how well.</summary>
public sealed record DnsServerOptions
{
    /// <summary>Its zones; of several that a name is in, the one with the longest origin answers. Default: the names of the network's hosts.</summary>
    public IReadOnlyList<DnsZone> Zones { get; init; } = [new DnsZone { IncludesHosts = true }];

    /// <summary>How it treats queries. Default: it answers at once.</summary>
    public DnsBehavior Behavior { get; init; } = new();

    /// <summary>How it treats queries for single names instead; the names are absolute and compare without case. Default: none.</summary>
    public IReadOnlyDictionary<string, DnsBehavior> Names { get; init; } = new Dictionary<string, DnsBehavior>();
}
