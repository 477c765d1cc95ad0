using Wavetank.Engine;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>A connection as its <see cref="CustomCongestionControl"/> sees it, and the three things that it sets: window, slow-start threshold, pacing rate.</summary>
public sealed class CongestionContext
{
    private readonly TcpConnection _connection;
    private long _pacingRate;

    internal CongestionContext(TcpConnection connection) => _connection = connection;

    /// <summary>Simulated time.</summary>
    public SimulationTime Now => new(_connection.Now);

    /// <summary>The congestion window, in segments. 1 or more; 10 at first (RFC 6928).</summary>
    /// <remarks>Unless the control <see cref="CustomCongestionControl.OwnsWindow"/>, TCP sets it itself in a recovery (RFC 6937) and after a timeout.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Window
    {
        get => _connection.Cwnd;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _connection.Cwnd = value;
        }
    }

    /// <summary>The window below which slow start grows it, in segments. 2 or more; <see cref="int.MaxValue"/> before the first congestion.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 2 (RFC 5681, section 3.1).</exception>
    public int SlowStartThreshold
    {
        get => _connection.Ssthresh;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            _connection.Ssthresh = value;
        }
    }

    /// <summary>Bytes a second, headers included, at which segments leave; 0, the default, sends as the window allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public long PacingRate
    {
        get => _pacingRate;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _pacingRate = value;
        }
    }

    /// <summary>Payload bytes of a full segment.</summary>
    public int SegmentSize => _connection.SendMss;

    /// <summary>Bytes of a full segment with its headers: what <see cref="PacingRate"/> counts.</summary>
    public int PacketSize => _connection.SegmentBytes;

    /// <summary>Segments held to be on the way.</summary>
    public int SegmentsInFlight => _connection.SegmentsInFlight;

    /// <summary>Segments delivered since the start.</summary>
    public long Delivered => _connection.Delivered;

    /// <summary>Payload bytes a second, by the latest sample that was not limited by the application (draft-cheng-iccrg-delivery-rate-estimation); 0 before the first.</summary>
    public long DeliveryRate => _connection.DeliveryRate;

    /// <summary>Round trips since the connection was established.</summary>
    public long Round { get; internal set; }

    /// <summary>The smoothed round-trip time (RFC 6298); zero before the first sample.</summary>
    public TimeSpan SmoothedRtt => TimeSpan.FromTicks(_connection.Rtt.Smoothed / TimeSpan.NanosecondsPerTick);

    /// <summary>The least round-trip time of the last five minutes; zero before the first sample.</summary>
    public TimeSpan MinimumRtt => TimeSpan.FromTicks(_connection.MinimumRtt / TimeSpan.NanosecondsPerTick);

    /// <summary>Whether the window is what holds the sender back: one that is not used must not grow (RFC 7661).</summary>
    public bool IsWindowLimited => _connection.IsCwndLimited;

    /// <summary>Whether the application, not the window, limits what is sent now, so that rates say too little.</summary>
    public bool IsApplicationLimited => _connection.IsApplicationLimited;

    /// <summary>Whether a loss is being recovered from, after a timeout too.</summary>
    public bool IsRecovering => _connection.Recovery >= RecoveryState.Recovery;

    /// <summary>A number from the host's dice: the only chance that repeats with the seed.</summary>
    public ulong NextRandom() => _connection.NextRandom();

    /// <summary>Slow start (RFC 5681, section 3.1): a segment for each delivered, up to the threshold.</summary>
    /// <param name="delivered">Segments delivered.</param>
    /// <returns>What is left of them beyond the threshold.</returns>
    public int SlowStart(int delivered) =>
        _connection.Cwnd < _connection.Ssthresh ? CongestionControl.SlowStart(_connection, delivered) : delivered;

    /// <summary>Additive increase: a segment for each so many delivered. With the window itself it is one segment a round trip (RFC 5681, equation 3).</summary>
    /// <param name="segmentsPerStep">Delivered segments that are worth one of window; 1 or more.</param>
    /// <param name="delivered">Segments delivered.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="segmentsPerStep"/> is below 1.</exception>
    public void Increase(int segmentsPerStep, int delivered)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segmentsPerStep, 1);
        CongestionControl.Increase(_connection, segmentsPerStep, delivered);
    }
}
