using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>
/// CUBIC (RFC 9438) with HyStart++ (RFC 9406): the window is a cubic function of the time since the last congestion, so that it
/// grows the same whatever the round-trip time. Whole numbers throughout: windows in segments, times in units of 1/1024 s where they
/// are cubed.
/// </summary>
internal sealed class Cubic : CongestionControl
{
    // RFC 9438 §4.1: C = 0.4, beta = 0.7 (717/1024, as Linux has it); §4.3: alpha = 3 (1 - beta) / (1 + beta).
    private const int Beta = 717;
    private const int Scale = 1024;
    private const long Unit = 1024;

    private HyStart _hyStart = new();
    private long _epochStartedAt;
    private long _lastWindowUsedAt;
    private int _maximum;
    private int _windowBefore;
    private int _origin;
    private long _plateau;
    private int _window;
    private int _segmentsPerStep;
    private int _estimate;
    private int _estimateCount;
    private int _lastWindow;
    private long _lastTargetAt;

    public override string Name => "cubic";

    public override void OnAck(TcpConnection connection, int delivered)
    {
        if (!connection.IsCwndLimited)
        {
            return;
        }

        if (connection.Cwnd < connection.Ssthresh)
        {
            delivered = _hyStart.Limit(delivered);
            delivered = SlowStart(connection, delivered);
            if (delivered == 0)
            {
                return;
            }
        }

        Update(connection, delivered);
        Increase(connection, _segmentsPerStep, delivered);
    }

    public override int SlowStartThreshold(TcpConnection connection)
    {
        int window = connection.Cwnd;
        _epochStartedAt = 0;
        _windowBefore = window;

        // RFC 9438 §4.7, fast convergence: a flow that lost earlier than last time leaves room to others.
        _maximum = window < _maximum ? (int)((long)window * (Scale + Beta) / (2 * Scale)) : window;

        // RFC 9438 §4.6.
        return Math.Max((int)((long)window * Beta / Scale), 2);
    }

    public override void OnRtt(TcpConnection connection, long rtt) => _hyStart.OnRtt(connection, rtt);

    public override void OnLoss(TcpConnection connection)
    {
        _maximum = 0;
        _epochStartedAt = 0;

        // RFC 9438 §4.8: the curve starts anew, from the window after the timeout.
        _hyStart.Reset();
    }

    /// <summary>RFC 9438 §5.8: time in which nothing was sent is no time of growth.</summary>
    public override void OnTransmitStart(TcpConnection connection, long idle)
    {
        if (_epochStartedAt > 0 && idle > 0 && _lastWindowUsedAt > 0)
        {
            _epochStartedAt = Math.Min(_epochStartedAt + idle, connection.Now);
        }
    }

    /// <summary>How many delivered segments are worth one segment of window, so that the window follows the cubic curve.</summary>
    private void Update(TcpConnection connection, int delivered)
    {
        int window = connection.Cwnd;
        long now = connection.Now;
        _lastWindowUsedAt = now;
        _estimateCount += delivered;

        // The curve moves slowly: as Linux, looked at every 1/32 s, or when the window changed.
        if (_epochStartedAt == 0 || window != _lastWindow || now - _lastTargetAt > TcpDefaults.Second / 32)
        {
            _lastWindow = window;
            _lastTargetAt = now;
            if (_epochStartedAt == 0)
            {
                BeginEpoch(window, delivered, now);
            }

            FollowCurve(window, now - _epochStartedAt + connection.MinimumRtt);
        }

        FollowReno(window);

        // RFC 9438 §4.2: at most 1.5 times the window a round trip.
        _segmentsPerStep = Math.Max(_segmentsPerStep, 2);
    }

    private void BeginEpoch(int window, int delivered, long now)
    {
        _epochStartedAt = now;
        _estimateCount = delivered;
        _estimate = window;
        if (_maximum <= window)
        {
            _plateau = 0;
            _origin = window;
        }
        else
        {
            // RFC 9438 §4.2: K = cbrt((Wmax - cwnd) / C), in units of 1/1024 s: cbrt(d / 0.4) * 1024 = cbrt(d * 2.5 * 2^30).
            _plateau = CubeRoot((long)(_maximum - window) * 5 * (1L << 29));
            _origin = _maximum;
        }
    }

    /// <summary>RFC 9438 §4.2: W(t) = C (t - K)^3 + Wmax, for a round trip ahead.</summary>
    private void FollowCurve(int window, long elapsed)
    {
        long time = elapsed / (TcpDefaults.Second / Unit);
        long change = Change(Math.Min(Math.Abs(time - _plateau), 1_500_000));
        _window = (int)Math.Clamp(time < _plateau ? _origin - change : _origin + change, 0, int.MaxValue / 4);
        _segmentsPerStep = _window > window ? Math.Max(1, window / (_window - window)) : 100 * window;

        // As Linux: without a known maximum, probe at 5 % a round trip at least.
        if (_maximum == 0 && _segmentsPerStep > 20)
        {
            _segmentsPerStep = 20;
        }
    }

    /// <summary>RFC 9438 §4.3: never slower than Reno would be, in its region.</summary>
    private void FollowReno(int window)
    {
        // One segment per cwnd / alpha delivered, alpha = 3 (1 - 0.7) / (1 + 0.7) = 9/17.
        int early = Math.Max(1, (int)((long)window * (Scale + Beta) / (3 * (Scale - Beta))));
        while (true)
        {
            // RFC 9438 §4.3, alpha: 1 from where the window was before the loss, as Reno grows.
            int step = _estimate < _windowBefore ? early : window;
            if (_estimateCount <= step)
            {
                break;
            }

            _estimateCount -= step;
            _estimate++;
        }

        if (_estimate > window)
        {
            _segmentsPerStep = Math.Min(_segmentsPerStep, Math.Max(1, window / (_estimate - window)));
        }
    }

    /// <summary>
    /// How far the curve is from its plateau so long before or after it: C t^3, to the nearest segment. Linux cuts off, which keeps the window up
    /// to a segment above the curve and brings it to the plateau 1.36 s early; a tenth of a window of 40 segments.
    /// </summary>
    internal static long Change(long time) => (long)((((Int128)time * time * time * 2 / 5) + (1L << 29)) >> 30);

    /// <summary>The whole cube root.</summary>
    internal static long CubeRoot(long value)
    {
        long root = 0;
        for (int bit = 20; bit >= 0; bit--)
        {
            long next = root | (1L << bit);
            if ((Int128)next * next * next <= value)
            {
                root = next;
            }
        }

        return root;
    }
}
