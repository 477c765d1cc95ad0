using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>
/// BBR, version 1, as Linux has it (Cardwell et al. 2016; draft-cardwell-iccrg-bbr-congestion-control-00): sends at the bandwidth that
/// the network delivers and keeps about two bandwidth-delay products in flight; loss by itself does not slow it.
/// </summary>
internal sealed partial class Bbr : CongestionControl
{
    // Gains have eight fractional bits. 2/ln 2 doubles the rate each round; its inverse empties the queue that this makes.
    private const int Unit = 256;
    private const int HighGain = (Unit * 2885 / 1000) + 1;
    private const int DrainGain = Unit * 1000 / 2885;
    private const int WindowGain = 2 * Unit;
    private const int BandwidthRounds = 10;
    private const int LeastWindow = 4;
    private const int FullBandwidthRounds = 3;
    private const int PhaseCount = 8;
    private const long MinimumRttLife = 10 * TcpDefaults.Second;
    private const long ProbeRttTime = 200 * TcpDefaults.Millisecond;

    // Bandwidths are segments a second with ten fractional bits.
    internal const int BandwidthShift = 10;

    private static readonly int[] PhaseGains = [Unit * 5 / 4, Unit * 3 / 4, Unit, Unit, Unit, Unit, Unit, Unit];

    private BbrMode _mode;
    private WindowedFilter _bandwidth;
    private BbrPolicer _policer;
    private BbrAggregation _aggregation;
    private long _round;
    private long _roundEnd;
    private bool _roundStarted;
    private long _fullBandwidth;
    private int _fullBandwidthCount;
    private bool _fullBandwidthReached;
    private int _phase;
    private long _phaseStartedAt;
    private int _pacingGain = HighGain;
    private int _windowGain = HighGain;
    private long _minimumRtt = long.MaxValue;
    private long _minimumRttAt;
    private long _probeRttUntil;
    private bool _probeRttRoundDone;
    private bool _idleRestart;
    private bool _hasRtt;
    private int _priorWindow;
    private RecoveryState _priorState;
    private bool _conserving;
    private long _pacingRate;

    /// <summary>What the model goes by: a policer's rate, or the greatest bandwidth of late.</summary>
    private long Bandwidth => _policer.IsFound ? _policer.Bandwidth : _bandwidth.Value;

    public override string Name => "bbr";

    public override bool ControlsWindow => true;

    public override long PacingRate => _pacingRate;

    public override void OnEstablished(TcpConnection connection)
    {
        _minimumRtt = connection.MinimumRtt > 0 ? connection.MinimumRtt : long.MaxValue;
        _minimumRttAt = connection.Now;
        _policer.Reset(connection);
        _aggregation.Begin(connection.Now);
        InitializePacing(connection);
    }

    /// <summary>Never called: it sets the window on every sample.</summary>
    public override void OnAck(TcpConnection connection, int delivered)
    {
    }

    public override int SlowStartThreshold(TcpConnection connection)
    {
        SaveWindow(connection);
        return connection.Ssthresh;
    }

    public override int UndoWindow(TcpConnection connection, int priorWindow)
    {
        _fullBandwidth = 0;
        _fullBandwidthCount = 0;
        _policer.Reset(connection);
        return connection.Cwnd;
    }

    public override void OnLoss(TcpConnection connection)
    {
        SaveWindow(connection);
        _priorState = RecoveryState.Loss;
        _fullBandwidth = 0;
        _roundStarted = true;
        LookForPolicer(connection, lost: true, applicationLimited: false);
    }

    public override void OnTransmitStart(TcpConnection connection, long idle)
    {
        if (!connection.IsApplicationLimited)
        {
            return;
        }

        _idleRestart = true;
        _aggregation.Begin(connection.Now);
        if (_mode == BbrMode.ProbeBandwidth)
        {
            SetPacingRate(connection, Unit);
        }
        else if (_mode == BbrMode.ProbeRtt)
        {
            LeaveProbeRttIfDone(connection);
        }
    }

    public override void OnSample(TcpConnection connection, in AckContext sample)
    {
        UpdateBandwidth(connection, in sample);
        UpdatePhase(connection, in sample);
        CheckFullBandwidth(in sample);
        CheckDrain(connection);
        UpdateMinimumRtt(connection, in sample);
        ChooseGains();
        SetPacingRate(connection, _pacingGain);
        SetWindow(connection, in sample);
    }

    private void UpdateBandwidth(TcpConnection connection, in AckContext sample)
    {
        _roundStarted = false;
        ref readonly RateSample rate = ref sample.Rate;
        if (rate.Interval <= 0 || rate.Delivered <= 0)
        {
            return;
        }

        if (rate.PriorDelivered >= _roundEnd)
        {
            _roundEnd = connection.Delivered;
            _round++;
            _roundStarted = true;
            _conserving = false;
        }

        LookForPolicer(connection, sample.Lost > 0, rate.IsApplicationLimited);
        long bandwidth = (long)(((Int128)rate.Delivered << BandwidthShift) * TcpDefaults.Second / rate.Interval);
        if (!rate.IsApplicationLimited || bandwidth >= _bandwidth.Value)
        {
            _bandwidth.AddMaximum(bandwidth, _round, BandwidthRounds);
        }

        if (sample.Delivered > 0)
        {
            _aggregation.Look(connection, sample.Delivered, Bandwidth, _roundStarted);
        }
    }

    private void LookForPolicer(TcpConnection connection, bool lost, bool applicationLimited)
    {
        if (_policer.Look(connection, _mode, _roundStarted, lost, applicationLimited))
        {
            BeginProbeBandwidth(connection);
        }
    }

    /// <summary>The pipe is full when three rounds brought less than a quarter more.</summary>
    private void CheckFullBandwidth(in AckContext sample)
    {
        if (_fullBandwidthReached || !_roundStarted || sample.Rate.IsApplicationLimited)
        {
            return;
        }

        if (_bandwidth.Value >= _fullBandwidth * 5 / 4)
        {
            _fullBandwidth = _bandwidth.Value;
            _fullBandwidthCount = 0;
            return;
        }

        _fullBandwidthReached = ++_fullBandwidthCount >= FullBandwidthRounds;
    }

    private void CheckDrain(TcpConnection connection)
    {
        if (_mode == BbrMode.Startup && _fullBandwidthReached)
        {
            _mode = BbrMode.Drain;
            connection.Ssthresh = InFlightFor(Unit);
        }

        if (_mode == BbrMode.Drain && connection.SegmentsInFlight <= InFlightFor(Unit))
        {
            BeginProbeBandwidth(connection);
        }
    }

    private void UpdateMinimumRtt(TcpConnection connection, in AckContext sample)
    {
        long now = connection.Now;
        bool expired = now > _minimumRttAt + MinimumRttLife;
        if (sample.Rtt > 0 && (sample.Rtt < _minimumRtt || expired))
        {
            _minimumRtt = sample.Rtt;
            _minimumRttAt = now;
        }

        if (expired && !_idleRestart && _mode != BbrMode.ProbeRtt)
        {
            SaveWindow(connection);
            _mode = BbrMode.ProbeRtt;
            _probeRttUntil = 0;
        }

        if (_mode == BbrMode.ProbeRtt)
        {
            ProbeRtt(connection, now);
        }

        if (sample.Rate.Delivered > 0)
        {
            _idleRestart = false;
        }
    }

    private void ProbeRtt(TcpConnection connection, long now)
    {
        connection.MarkApplicationLimited();
        if (_probeRttUntil == 0)
        {
            if (connection.SegmentsInFlight <= LeastWindow)
            {
                _probeRttUntil = now + ProbeRttTime;
                _probeRttRoundDone = false;
                _roundEnd = connection.Delivered;
            }

            return;
        }

        _probeRttRoundDone |= _roundStarted;
        if (_probeRttRoundDone)
        {
            LeaveProbeRttIfDone(connection);
        }
    }

    private void LeaveProbeRttIfDone(TcpConnection connection)
    {
        if (_probeRttUntil == 0 || connection.Now <= _probeRttUntil)
        {
            return;
        }

        _minimumRttAt = connection.Now;
        connection.Cwnd = Math.Max(connection.Cwnd, _priorWindow);
        if (_fullBandwidthReached)
        {
            BeginProbeBandwidth(connection);
        }
        else
        {
            _mode = BbrMode.Startup;
        }
    }
}
