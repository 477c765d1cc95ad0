namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>What BBR is about.</summary>
internal enum BbrMode : byte
{
    /// <summary>Doubles the rate each round until the bandwidth stops growing.</summary>
    Startup,

    /// <summary>Empties the queue that this made.</summary>
    Drain,

    /// <summary>Sends at the bandwidth, a little faster and slower in turn.</summary>
    ProbeBandwidth,

    /// <summary>Sends almost nothing for 200 ms every ten seconds, to see the round-trip time without a queue.</summary>
    ProbeRtt,
}
