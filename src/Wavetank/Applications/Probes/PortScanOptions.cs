namespace Wavetank.Applications.Probes;

/// <summary>What a port scan does.</summary>
public sealed record PortScanOptions
{
    /// <summary>The host to scan, by name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The ports to try, in this order; each 1 to 65535.</summary>
    public required IReadOnlyList<int> Ports { get; init; }

    /// <summary>How long to wait for an answer. Default 1 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most ports that are tried at once. Default 10.</summary>
    public int Parallel { get; init; } = 10;
}
