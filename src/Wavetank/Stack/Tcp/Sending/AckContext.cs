namespace Wavetank.Stack.Tcp.Sending;

/// <summary>What one acknowledgment told, gathered step by step.</summary>
internal struct AckContext
{
    public uint PriorUna;
    public int PriorInFlight;
    public long PriorDelivered;
    public int PriorLost;

    /// <summary>Segments that left the queue by the cumulative acknowledgment.</summary>
    public int Acked;

    /// <summary>Segments newly known to have reached the peer, by either kind of acknowledgment.</summary>
    public int Delivered;

    /// <summary>Segments newly held to be lost.</summary>
    public int Lost;

    // When the first and the last of what was acknowledged, and was sent only once, were sent; by either kind of acknowledgment.
    public long FirstAcked;
    public long LastAcked;
    public long FirstSacked;
    public long LastSacked;

    /// <summary>The highest segment that SACK blocks newly told of. Counts with <see cref="AckFacts.NewlySacked"/>.</summary>
    public uint HighestSacked;

    /// <summary>The lowest segment that others had overtaken. Counts with <see cref="AckFacts.Overtaken"/>.</summary>
    public uint LowestOvertaken;

    /// <summary>A round-trip time in nanoseconds; 0 for none.</summary>
    public long Rtt;

    public AckFacts Facts;

    public RateSample Rate;

    public readonly bool Has(AckFacts facts) => (Facts & facts) != 0;
}
