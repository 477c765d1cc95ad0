namespace Wavetank.Stack.Tcp.Sending;

/// <summary>How fast the network delivered, between two acknowledgments (draft-cheng-iccrg-delivery-rate-estimation §3.3).</summary>
internal struct RateSample
{
    // The state when the latest delivered segment was sent.
    public long PriorDelivered;
    public long PriorTime;
    public long SendInterval;
    public bool HasPrior;
    public bool IsApplicationLimited;
    public bool IsRetransmission;

    /// <summary>Segments delivered in the interval.</summary>
    public int Delivered;

    /// <summary>Nanoseconds; 0 where the sample says nothing.</summary>
    public long Interval;
}
