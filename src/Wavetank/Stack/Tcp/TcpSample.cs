using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp;

/// <summary>A connection's state at an instant. Times are in nanoseconds.</summary>
/// <param name="Time">When, in nanoseconds of simulated time.</param>
/// <param name="State">Its state.</param>
/// <param name="Cwnd">Congestion window, in segments.</param>
/// <param name="Ssthresh">Slow-start threshold, in segments; <see cref="int.MaxValue"/> before the first congestion.</param>
/// <param name="SmoothedRtt">Smoothed round-trip time (RFC 6298 §2); 0 before the first sample.</param>
/// <param name="RttVariation">Its variation.</param>
/// <param name="Rto">Retransmission timeout, with its back-off.</param>
/// <param name="BytesInFlight">Bytes sent and not yet acknowledged.</param>
/// <param name="Retransmissions">Segments retransmitted since the start.</param>
/// <param name="DeliveryRate">The latest rate at which data reached the peer, in bytes per second.</param>
/// <param name="BytesAcknowledged">Payload bytes that the peer acknowledged.</param>
/// <param name="PacingRate">The rate at which segments are paced, in bytes per second; 0 without pacing.</param>
/// <param name="CongestionState">What the connection makes of losses.</param>
public readonly record struct TcpSample(
    long Time,
    TcpState State,
    int Cwnd,
    int Ssthresh,
    long SmoothedRtt,
    long RttVariation,
    long Rto,
    long BytesInFlight,
    long Retransmissions,
    long DeliveryRate,
    long BytesAcknowledged,
    long PacingRate,
    TcpCongestionState CongestionState)
{
    internal static TcpSample Of(TcpConnection connection)
    {
        TcpInfo info = connection.GetInfo();
        return new TcpSample(
            connection.Now,
            info.State,
            info.Cwnd,
            info.Ssthresh,
            connection.Rtt.Smoothed,
            connection.Rtt.Variation,
            connection.Rto,
            info.BytesInFlight,
            info.Retransmissions,
            info.DeliveryRate,
            info.BytesAcknowledged,
            info.PacingRate,
            info.CongestionState);
    }
}
