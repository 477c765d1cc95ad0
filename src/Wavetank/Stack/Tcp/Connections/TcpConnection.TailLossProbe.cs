using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>Tail loss probes (RFC 8985 §7): after two round trips of silence a segment is sent to get a SACK, before the timeout.</summary>
internal sealed partial class TcpConnection
{
    // SND.NXT when a probe was sent that is not yet answered.
    private uint? _probeEnd;
    private bool _probeRetransmitted;

    /// <summary>RFC 8985 §7.2: the probe's time, if it comes before the timeout's.</summary>
    private void ScheduleLossProbe()
    {
        // RFC 8985 §7.2: not while the peer holds segments above a hole, nor in a recovery.
        if (!_sack || IsHalfOpen || _sent.Count == 0 || SackedOut > 0 || _retransmitKind is not (RetransmitKind.Retransmit or RetransmitKind.LossProbe)
            || Recovery is not (RecoveryState.Open or RecoveryState.WindowReduced))
        {
            return;
        }

        long delay = TcpDefaults.Second;
        if (_rtt.Smoothed != 0)
        {
            // With one segment out the peer may be delaying its acknowledgment.
            delay = (2 * _rtt.Smoothed) + (_sent.Count == 1 ? 200 * TcpDefaults.Millisecond : 2 * TcpDefaults.Millisecond);
        }

        long now = _host.Now;
        long timeout = _retransmitKind == RetransmitKind.Retransmit ? _retransmitAt : _sent[0].SentAt + _rto;
        _retransmitKind = RetransmitKind.LossProbe;
        _retransmitAt = Math.Max(now, Math.Min(now + delay, timeout));
    }

    /// <summary>RFC 8985 §7.3: new data if there is any, else the last segment again.</summary>
    private void SendLossProbe()
    {
        if (_sent.Count == 0)
        {
            return;
        }

        if (_probeEnd is null)
        {
            int length = Math.Min((int)(WriteSeq - SndNxt), CurrentMss);
            bool hasNew = !Is(ConnectionFlags.FinSent) && length > 0 && length <= (int)(SndUna + SndWnd - SndNxt);
            if (hasNew)
            {
                SendNew(length, fin: Is(ConnectionFlags.FinQueued) && SndNxt + (uint)length == WriteSeq && length < (int)(SndUna + SndWnd - SndNxt));
                _probeRetransmitted = false;
            }
            else
            {
                Retransmit(_sent.Count - 1);
                _probeRetransmitted = true;
            }

            if (InWindowReduction)
            {
                _prrOut++;
            }

            _probeEnd = SndNxt;
        }

        // RFC 8985 §7.3: after a probe the timeout starts anew.
        ArmRetransmission();
    }

    /// <summary>RFC 8985 §7.4: a probe that repaired the loss hid it; the window must still go down.</summary>
    private void ProcessTailLossProbeAck(in TcpHeader segment, ref AckContext context)
    {
        if (_probeEnd is not { } end || SequenceNumber.Before(segment.AcknowledgmentNumber, end))
        {
            return;
        }

        if (!_probeRetransmitted || context.Has(AckFacts.ProbeDuplicated))
        {
            _probeEnd = null;
        }
        else if (SequenceNumber.After(segment.AcknowledgmentNumber, end))
        {
            // More than the probe is acknowledged and no DSACK came: the original was lost.
            _probeEnd = null;
            if (Recovery < RecoveryState.WindowReduced)
            {
                BeginWindowReduction();
                _priorSsthresh = 0;
                Recovery = RecoveryState.WindowReduced;
                EndWindowReduction();
                Recovery = RecoveryState.Open;
            }
        }
        else if (!context.Has(AckFacts.Advanced | AckFacts.NewlySacked | AckFacts.CarriedData | AckFacts.WindowChanged))
        {
            // A pure duplicate: both the original and the probe arrived.
            _probeEnd = null;
        }
    }
}
