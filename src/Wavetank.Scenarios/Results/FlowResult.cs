using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Results;

/// <summary>One direction of a TCP connection: what one end sent to the other.</summary>
/// <param name="From">The end that sends, such as <c>client-3:49152</c>.</param>
/// <param name="To">The end that receives, such as <c>server:5000</c>.</param>
/// <param name="State">The sender's state at the end of the run, in the words of RFC 9293 §3.3.2, such as <c>ESTABLISHED</c>.</param>
/// <param name="Bytes">Payload bytes that the receiver acknowledged.</param>
/// <param name="Goodput">These in bits per second, from the first byte sent to the last acknowledged; 0 before.</param>
/// <param name="Segments">Segments sent, with and without payload, retransmissions included.</param>
/// <param name="Retransmissions">Segments sent again.</param>
/// <param name="SmoothedRtt">The smoothed round-trip time in nanoseconds (RFC 6298 §2); null before the first sample.</param>
/// <param name="MinimumRtt">The least round-trip time in nanoseconds; null before the first sample.</param>
public sealed record FlowResult(
    string From,
    string To,
    string State,
    long Bytes,
    long Goodput,
    long Segments,
    long Retransmissions,
    long? SmoothedRtt,
    long? MinimumRtt)
{
    /// <summary>The name of the sender's congestion control, such as <c>cubic</c>.</summary>
    public string CongestionControl { get; init; } = "";

    /// <summary>The sender's state over time; empty unless connections are sampled.</summary>
    public IReadOnlyList<TcpSample> Samples { get; init; } = [];
}
