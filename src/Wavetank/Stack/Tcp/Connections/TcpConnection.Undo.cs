using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>
/// Recoveries that turn out to have been needless: Eifel by timestamps (RFC 3522, RFC 4015), by DSACK (RFC 3708), and F-RTO
/// (RFC 5682). The window goes back to what it was.
/// </summary>
internal sealed partial class TcpConnection
{
    private int _priorSsthresh;
    private int _priorCwnd;
    private bool _undoMarked;
    private bool _frto;

    // Where the recovery began: what lies before it is no part of it. As Linux, it can be undone until the next one begins.
    private uint _undoFrom;

    // Retransmissions of this recovery that no DSACK has shown to be needless; below zero, there were none.
    private int _undoRetransmits = -1;
    private long _retransmissionStartedAt;
    private uint _retransmissionTimestamp;

    private void BeginUndo()
    {
        _undoMarked = true;
        _undoFrom = SndUna;

        // As Linux: a probe that was sent again may be answered by a DSACK too, and with none out there is nothing that one could show.
        int probes = _probeEnd is not null && _probeRetransmitted ? 1 : 0;
        _undoRetransmits = RetransmittedOut + probes == 0 ? -1 : Math.Max(RetransmittedOut, probes);
        if (RetransmittedOut == 0)
        {
            _retransmissionStartedAt = 0;
        }
    }

    /// <summary>RFC 3522 §3.2: the acknowledgment was caused by the original, not by the retransmission.</summary>
    private bool IsAnswerToOriginal(in TcpHeader segment) =>
        _retransmissionStartedAt == 0
        || (_timestamps && segment.Options.HasTimestamps && segment.Options.TimestampEcho != 0
            && SequenceNumber.Before(segment.Options.TimestampEcho, _retransmissionTimestamp));

    private bool MayUndo(in TcpHeader segment) => _undoMarked && (_undoRetransmits == 0 || IsAnswerToOriginal(in segment));

    private void UndoWindow(bool unmarkLosses)
    {
        if (unmarkLosses)
        {
            for (int i = 0; i < _sent.Count; i++)
            {
                _sent[i].Marks &= ~SegmentMarks.Lost;
            }

            LostOut = 0;
            _toRetransmit = 0;
            _rackCursor = SndUna;
        }

        if (_priorSsthresh > 0)
        {
            Cwnd = CongestionControl.UndoWindow(this, _priorCwnd);
            Ssthresh = Math.Max(Ssthresh, _priorSsthresh);
            WithdrawEcnReduction();
        }

        _undoMarked = false;
        _undoRetransmits = -1;
        Statistics.SpuriousRecoveries++;
        _layer.Statistics.SpuriousRecoveries++;
    }

    /// <summary>The whole window of the recovery is acknowledged.</summary>
    /// <returns>Whether the recovery goes on: without SACK, duplicates of the last segments must not start a new one (RFC 6582 §3.2).</returns>
    private bool TryUndoRecovery(in TcpHeader segment)
    {
        if (MayUndo(in segment))
        {
            UndoWindow(unmarkLosses: false);
        }
        else
        {
            RecoveryWasNeeded();
        }

        if (SndUna == _highSeq && !_sack)
        {
            return true;
        }

        if (InWindowReduction)
        {
            EndWindowReduction();
        }

        Recovery = RecoveryState.Open;
        return false;
    }

    /// <summary>
    /// RFC 3708 §2, with DSACKs that come late: each retransmission of the recovery was needless, which may show only once the recovery is over
    /// (Linux: tcp_try_undo_dsack).
    /// </summary>
    private bool TryUndoByDuplicates()
    {
        if (!_undoMarked || _undoRetransmits != 0)
        {
            return false;
        }

        RecoveryWasNeedless();
        UndoWindow(unmarkLosses: false);
        return true;
    }

    /// <summary>Some of the window of the recovery is acknowledged.</summary>
    /// <returns>Whether to wait: the recovery seems needless, but a retransmission is out. An undone recovery leaves what is sacked suspect.</returns>
    private bool TryUndoPartial(in TcpHeader segment)
    {
        if (!_undoMarked || _retransmissionStartedAt == 0 || !IsAnswerToOriginal(in segment))
        {
            return false;
        }

        // The original got through, so that reordering is what happened. While retransmissions are out, wait.
        if (RetransmittedOut > 0)
        {
            return true;
        }

        UndoWindow(unmarkLosses: true);
        Recovery = RecoveryState.Open;
        return false;
    }

    /// <summary>RFC 5682 §2.1 and §3: was the timeout needless?</summary>
    private void UpdateLoss(ref AckContext context, bool duplicate, in TcpHeader segment)
    {
        bool recovered = SequenceNumber.AtOrAfter(SndUna, _highSeq);
        if (context.Has(AckFacts.Advanced | AckFacts.DuplicateSack) && TryUndoLoss(force: false, in segment))
        {
            return;
        }

        if (_frto)
        {
            // §3.1, step 3.b: something that was never sent again is acknowledged: the timeout was spurious.
            if (context.Has(AckFacts.OriginalAcked) && TryUndoLoss(force: true, in segment))
            {
                return;
            }

            if (SequenceNumber.After(SndNxt, _highSeq))
            {
                // Step 3.a: a duplicate after new data means that the loss was real.
                if (context.Has(AckFacts.NewlySacked) || duplicate)
                {
                    _frto = false;
                }
            }
            else if (context.Has(AckFacts.Advanced) && !recovered)
            {
                // Step 2.b: new data, and nothing again, until the next acknowledgment tells.
                _highSeq = SndNxt;
                int fits = (int)(SndUna + SndWnd - SndNxt);
                if (HasUnsent && fits >= Math.Min(CurrentMss, (int)(WriteSeq - SndNxt)))
                {
                    _sendNewFirst = true;
                    return;
                }

                _frto = false;
            }
        }

        if (recovered)
        {
            TryUndoRecovery(in segment);
            return;
        }

        if (!_sack)
        {
            if (SequenceNumber.After(SndNxt, _highSeq) && duplicate)
            {
                CountDuplicate(ref context);
            }
            else if (context.Has(AckFacts.Advanced))
            {
                SackedOut = 0;
            }
        }
    }

    private bool TryUndoLoss(bool force, in TcpHeader segment)
    {
        if (!force && !MayUndo(in segment))
        {
            return false;
        }

        UndoWindow(unmarkLosses: true);
        _retransmits = 0;
        if (force || _sack)
        {
            Recovery = RecoveryState.Open;
        }

        return true;
    }
}
