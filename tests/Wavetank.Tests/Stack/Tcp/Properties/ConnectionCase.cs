namespace Wavetank.Tests.Stack.Tcp.Properties;

/// <summary>One connection, all that a network does to it, and what its ends do. Faults count in thousandths.</summary>
public sealed record ConnectionCase(
    int Seed,
    bool IPv6,
    int Mtu,
    int Loss,
    int Duplicate,
    int Reorder,
    int Corrupt,
    int Delay,
    int Jitter,
    int KilobitsPerSecond,
    int Queue,
    bool Sack,
    bool Timestamps,
    bool WindowScaling,
    EndPlan Client,
    EndPlan Server);
