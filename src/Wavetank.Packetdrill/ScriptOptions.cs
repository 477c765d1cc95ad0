namespace Wavetank.Packetdrill;

/// <summary>How scripts are run. What a script says itself wins.</summary>
public sealed record ScriptOptions
{
    /// <summary>Whether sockets and packets are IPv6. Default <see langword="false"/>: IPv4.</summary>
    public bool IPv6 { get; init; }

    /// <summary>
    /// The interface's MTU in bytes; 0, the default, takes 1500 for IPv4 and 1520 for IPv6, so that both give segments of the same size, as the
    /// scripts of Linux expect.
    /// </summary>
    public int Mtu { get; init; }

    /// <summary>What the host's random choices follow from: its initial sequence numbers and ports. No verdict should depend on it. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where every connection of the host starts, for tests; null leaves it to the host.</summary>
    internal uint? InitialSequence { get; init; }
}
