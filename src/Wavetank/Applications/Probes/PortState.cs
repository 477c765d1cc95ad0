namespace Wavetank.Applications.Probes;

/// <summary>What a port answers to one who connects.</summary>
internal enum PortState
{
    /// <summary>It was not tried, or the scanner's own host did not let it.</summary>
    Unknown,

    /// <summary>A connection is made.</summary>
    Open,

    /// <summary>A reset: the host is there, and nobody listens.</summary>
    Closed,

    /// <summary>Nothing, or an ICMP error: something on the way keeps it from being known.</summary>
    Filtered,
}
