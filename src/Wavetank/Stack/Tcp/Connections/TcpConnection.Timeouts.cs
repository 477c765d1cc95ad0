using System.Net.Sockets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>
/// Timeouts (RFC 9293 §3.10.8). All deadlines of a connection share one engine event, which stands at the earliest of them;
/// mere waiting has an event of its own, in the background.
/// </summary>
internal sealed partial class TcpConnection
{
    private readonly TcpTimer _timer;
    private TcpTimer? _backgroundTimer;
    private long _timerAt = TcpDefaults.Never;

    private RetransmitKind _retransmitKind;
    private long _retransmitAt = TcpDefaults.Never;
    private long _ackAt = TcpDefaults.Never;
    private long _paceAt = TcpDefaults.Never;
    private long _idleAt = TcpDefaults.Never;
    private long _idleTimerAt = TcpDefaults.Never;

    private long _rto;
    private int _retransmits;
    private long _timeoutsStartedAt;

    internal void TimerFired(TcpTimer timer)
    {
        long now = _host.Now;
        if (timer == _timer)
        {
            _timerAt = TcpDefaults.Never;
            if (_ackAt <= now)
            {
                _ackAt = TcpDefaults.Never;
                DelayedAckTimeout();
            }

            if (_retransmitAt <= now)
            {
                _retransmitAt = TcpDefaults.Never;
                RetransmitTimerFired();
            }

            if (_paceAt <= now)
            {
                _paceAt = TcpDefaults.Never;
                SendMore();
            }
        }
        else
        {
            _idleTimerAt = TcpDefaults.Never;
            if (ProbesInBackground && _retransmitAt <= now)
            {
                _retransmitAt = TcpDefaults.Never;
                RetransmitTimerFired();
            }

            if (_idleAt <= now)
            {
                _idleAt = TcpDefaults.Never;
                IdleTimerFired();
            }
        }

        UpdateTimers();
        _layer.Invariants?.Check(this);
        _layer.Sampler?.Look(this);
        TellUser();
    }

    /// <summary>Lets the engine's events stand at the earliest deadlines. Called once, when a segment or a call is dealt with.</summary>
    private void UpdateTimers()
    {
        if (Is(ConnectionFlags.Gone))
        {
            return;
        }

        long at = Math.Min(ProbesInBackground ? TcpDefaults.Never : _retransmitAt, Math.Min(_ackAt, _paceAt));
        if (at != _timerAt)
        {
            _timerAt = at;
            Move(_timer, at);
        }

        long idleAt = ProbesInBackground ? Math.Min(_idleAt, _retransmitAt) : _idleAt;
        if (idleAt != _idleTimerAt)
        {
            _idleTimerAt = idleAt;
            Move(_backgroundTimer ??= new TcpTimer(this, isBackground: true), idleAt);
        }
    }

    private void Move(TcpTimer timer, long at)
    {
        if (at == TcpDefaults.Never)
        {
            _host.CancelTimer(timer);
        }
        else
        {
            _host.SetTimer(timer, Math.Max(at, _host.Now));
        }
    }

    private void StopTimers()
    {
        _retransmitKind = RetransmitKind.None;
        _retransmitAt = _ackAt = _paceAt = _idleAt = TcpDefaults.Never;
        _host.CancelTimer(_timer);
        if (_backgroundTimer is { } background)
        {
            _host.CancelTimer(background);
        }
    }

    /// <summary>RFC 6298 §5.1, §5.2, §5.3: runs while something is unacknowledged; starts anew with each acknowledgment of new data.</summary>
    private void ArmRetransmission()
    {
        if (_sent.Count == 0)
        {
            _retransmitKind = RetransmitKind.None;
            _retransmitAt = TcpDefaults.Never;
            return;
        }

        _retransmitKind = RetransmitKind.Retransmit;
        _retransmitAt = _host.Now + _rto;
    }

    /// <summary>The same, where another timer stood in its place: counted from when the first segment was sent.</summary>
    private void ArmRetransmissionFromHead()
    {
        ArmRetransmission();
        if (_sent.Count > 0)
        {
            _retransmitAt = Math.Max(_sent[0].SentAt + _rto, _host.Now + TcpDefaults.Millisecond);
        }
    }

    private void RetransmitTimerFired()
    {
        RetransmitKind kind = _retransmitKind;
        _retransmitKind = RetransmitKind.None;
        switch (kind)
        {
            case RetransmitKind.Retransmit:
                RetransmissionTimeout();
                break;
            case RetransmitKind.ZeroWindowProbe:
                ProbeZeroWindow();
                break;
            case RetransmitKind.LossProbe:
                SendLossProbe();
                break;
            case RetransmitKind.Reorder:
                ReorderTimeout();
                break;
            default:
                break;
        }
    }

    /// <summary>RFC 9293 §3.10.8, RETRANSMISSION TIMEOUT; RFC 6298 §5, §5.4, §5.6.</summary>
    private void RetransmissionTimeout()
    {
        if (_sent.Count == 0)
        {
            return;
        }

        bool isShut = IsShutWithDataOut;
        if (isShut ? HasProbedEnough() : HasTriedEnough())
        {
            Terminate(_softError != SocketError.Success ? _softError : SocketError.TimedOut);
            return;
        }

        Statistics.Timeouts++;
        _layer.Statistics.Timeouts++;
        if (State != TcpState.SynSent && !IsHalfOpen)
        {
            EnterLoss();
        }

        if (_retransmits++ == 0)
        {
            _timeoutsStartedAt = _host.Now;
            Statistics.TimeoutRecoveries++;
        }

        if (!isShut && _host.Now - _timeoutsStartedAt >= TimeOfRetries(TcpDefaults.BlackHoleRetries))
        {
            SuspectBlackHole();
        }

        Retransmit(0);

        // RFC 6298 §5.5, RFC 9293 §3.8.2, MUST-19.
        if (BacksOff)
        {
            _rto = Math.Min(_rto * 2, RttEstimator.MaximumRto);
        }

        ArmRetransmission();
        _retransmitAt = _host.Now + CutToUserTimeout(_retransmitAt - _host.Now, State == TcpState.SynSent ? _openedAt : _timeoutsStartedAt);
    }

    /// <summary>New data is acknowledged, or the peer takes data again.</summary>
    private void TimeoutsEnd()
    {
        if (_retransmits > 0)
        {
            _retransmits = 0;
            Statistics.TimeoutTime += _host.Now - _timeoutsStartedAt;
        }
    }

    /// <summary>Waiting in the background has ended.</summary>
    private void IdleTimerFired()
    {
        switch (State)
        {
            case TcpState.TimeWait:
                // RFC 9293 §3.10.8, TIME-WAIT TIMEOUT.
                Terminate(SocketError.Success);
                break;
            case TcpState.FinWait2 when Is(ConnectionFlags.Orphaned):
                Terminate(SocketError.Success);
                break;
            default:
                KeepAliveTimerFired();
                break;
        }
    }
}
