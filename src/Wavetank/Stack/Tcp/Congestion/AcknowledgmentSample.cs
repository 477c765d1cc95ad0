namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>What one acknowledgment told a <see cref="CustomCongestionControl"/>.</summary>
public readonly record struct AcknowledgmentSample
{
    /// <summary>Segments newly known to have reached the peer; may be zero.</summary>
    public int Delivered { get; init; }

    /// <summary>Segments newly held to be lost; told only to one that <see cref="CustomCongestionControl.OwnsWindow"/>.</summary>
    public int Lost { get; init; }

    /// <summary>The round-trip time that it measured; zero for none.</summary>
    public TimeSpan Rtt { get; init; }

    /// <summary>Whether it echoed a congestion mark (RFC 3168).</summary>
    public bool EchoesMark { get; init; }

    /// <summary>Whether a round trip began with it: what was sent when the last one began is acknowledged.</summary>
    public bool RoundStarted { get; init; }

    /// <summary>
    /// Whether the window may grow now: something new is acknowledged, and no reduction is under way. Whether it is used at all is for
    /// <see cref="CongestionContext.IsWindowLimited"/> to say.
    /// </summary>
    public bool MayGrow { get; init; }
}
