namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>What told of a congestion.</summary>
public enum CongestionSignal
{
    /// <summary>A segment is held to be lost, by later ones that arrived or by a timeout.</summary>
    Loss,

    /// <summary>The peer echoed a congestion mark (RFC 3168).</summary>
    Mark,
}
