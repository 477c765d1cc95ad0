using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>What follows from BBR's model: the phases of probing, the pacing rate, the window.</summary>
internal sealed partial class Bbr
{
    private void BeginProbeBandwidth(TcpConnection connection)
    {
        _mode = BbrMode.ProbeBandwidth;

        // Any phase but the one that drains, so that flows do not probe in step.
        _phase = PhaseCount - 1 - (int)(connection.NextRandom() % (PhaseCount - 1));
        AdvancePhase(connection);
    }

    private void AdvancePhase(TcpConnection connection)
    {
        _phase = (_phase + 1) % PhaseCount;
        _phaseStartedAt = connection.Now;
    }

    private void UpdatePhase(TcpConnection connection, in AckContext sample)
    {
        if (_mode != BbrMode.ProbeBandwidth)
        {
            return;
        }

        int gain = _policer.IsFound ? Unit : PhaseGains[_phase];
        bool longEnough = connection.Now - _phaseStartedAt > _minimumRtt;
        bool next = gain switch
        {
            // Probing goes on until the probe has filled what it wanted to fill, or lost.
            > Unit => longEnough && (sample.Lost > 0 || sample.PriorInFlight >= InFlightFor(gain)),
            < Unit => longEnough || sample.PriorInFlight <= InFlightFor(Unit),
            _ => longEnough,
        };
        if (next)
        {
            AdvancePhase(connection);
        }
    }

    private void ChooseGains()
    {
        (_pacingGain, _windowGain) = _mode switch
        {
            BbrMode.Startup => (HighGain, HighGain),
            BbrMode.Drain => (DrainGain, HighGain),
            BbrMode.ProbeBandwidth => (_policer.IsFound ? Unit : PhaseGains[_phase], WindowGain),
            _ => (Unit, Unit),
        };
    }

    /// <summary>Segments of a bandwidth-delay product times a gain.</summary>
    private int BandwidthDelayProduct(int gain)
    {
        if (_minimumRtt == long.MaxValue || Bandwidth == 0)
        {
            return TcpDefaults.InitialWindow;
        }

        Int128 product = (Int128)Bandwidth * _minimumRtt * gain;
        Int128 divisor = ((Int128)Unit << BandwidthShift) * TcpDefaults.Second;
        return (int)Int128.Min((product + divisor - 1) / divisor, int.MaxValue / 4);
    }

    private int InFlightFor(int gain) => WithBudget(BandwidthDelayProduct(gain));

    /// <summary>Room for what is under way in the end hosts, and for delayed acknowledgments; as Linux, with bursts of two.</summary>
    private int WithBudget(int window)
    {
        window = (window + 6 + 1) & ~1;
        return _mode == BbrMode.ProbeBandwidth && _phase == 0 ? window + 2 : window;
    }

    private void InitializePacing(TcpConnection connection)
    {
        long rtt = TcpDefaults.Millisecond;
        if (connection.Rtt.Smoothed > 0)
        {
            rtt = connection.Rtt.Smoothed;
            _hasRtt = true;
        }

        _pacingRate = (long)((Int128)connection.Cwnd * connection.SegmentBytes * HighGain * TcpDefaults.Second / ((Int128)rtt * Unit));
    }

    private void SetPacingRate(TcpConnection connection, int gain)
    {
        if (!_hasRtt && connection.Rtt.Smoothed > 0)
        {
            InitializePacing(connection);
        }

        // One per cent below the bandwidth, so that a queue empties in the end.
        long rate = (long)((Int128)Bandwidth * connection.SegmentBytes * gain * 99 / (((Int128)Unit * 100) << BandwidthShift));
        if (rate > 0 && (_fullBandwidthReached || rate > _pacingRate))
        {
            _pacingRate = rate;
        }
    }

    private void SaveWindow(TcpConnection connection) =>
        _priorWindow = _priorState < RecoveryState.Recovery && _mode != BbrMode.ProbeRtt
            ? connection.Cwnd
            : Math.Max(_priorWindow, connection.Cwnd);

    private void SetWindow(TcpConnection connection, in AckContext sample)
    {
        if (sample.Delivered > 0 && !RecoverOrRestore(connection, in sample))
        {
            int target = WithBudget(BandwidthDelayProduct(_windowGain) + (_fullBandwidthReached ? _aggregation.Allowance(Bandwidth) : 0));
            int window = connection.Cwnd;
            if (_fullBandwidthReached)
            {
                window = Math.Min(window + sample.Delivered, target);
            }
            else if (window < target || connection.Delivered < TcpDefaults.InitialWindow)
            {
                window += sample.Delivered;
            }

            connection.Cwnd = Math.Max(window, LeastWindow);
        }

        if (_mode == BbrMode.ProbeRtt)
        {
            connection.Cwnd = Math.Min(connection.Cwnd, LeastWindow);
        }
    }

    /// <summary>The first round of a recovery sends no more than arrives; its end brings the window back.</summary>
    private bool RecoverOrRestore(TcpConnection connection, in AckContext sample)
    {
        RecoveryState state = connection.Recovery;
        int window = sample.Lost > 0 ? Math.Max(connection.Cwnd - sample.Lost, 1) : connection.Cwnd;
        if (state == RecoveryState.Recovery && _priorState != RecoveryState.Recovery)
        {
            _conserving = true;
            _roundEnd = connection.Delivered;
            window = connection.SegmentsInFlight + sample.Delivered;
        }
        else if (_priorState >= RecoveryState.Recovery && state < RecoveryState.Recovery)
        {
            window = Math.Max(window, _priorWindow);
            _conserving = false;
        }

        _priorState = state;
        connection.Cwnd = _conserving ? Math.Max(window, connection.SegmentsInFlight + sample.Delivered) : window;
        return _conserving;
    }
}
