namespace Wavetank.Applications;

/// <summary>What a <see cref="DnsClient"/> asks.</summary>
public sealed record DnsClientOptions
{
    /// <summary>The name to look up.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The type of record: A, AAAA, CNAME, MX, NS, PTR, SRV, TXT, SOA or ANY. Default: null, for the addresses of both families as a program
    /// gets them that connects.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>Look-ups. Default 1.</summary>
    public long Count { get; init; } = 1;

    /// <summary>From one look-up to the next, where an answer does not take longer. Default 1 s.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);
}
