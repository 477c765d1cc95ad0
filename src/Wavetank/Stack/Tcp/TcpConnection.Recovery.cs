using Wavetank.Packets;

namespace Wavetank.Stack.Tcp;

/// <summary>
/// Loss recovery: which segments are held to be lost, and the states between a first suspicion and the end of a recovery
/// (RFC 5681 §3.2, RFC 6582; RFC 6675 and RFC 8985 with SACK). Counts are in segments.
/// </summary>
internal sealed partial class TcpConnection
{
    private uint _highSeq;
    private int _toRetransmit;
    private int _reordering = TcpDefaults.DuplicateThreshold;
    private int _lostTotal;

    // No segment before this one waits to be sent again.
    private uint _retransmitHint;

    internal RecoveryState Recovery { get; private set; }

    /// <summary>Segments that the peer has out of order: by SACK, or one per duplicate acknowledgment.</summary>
    internal int SackedOut { get; private set; }

    internal int LostOut { get; private set; }

    internal int RetransmittedOut { get; private set; }

    /// <summary>Segments held to be on the way: "pipe" of RFC 6675 §2.</summary>
    internal int SegmentsInFlight => _sent.Count - SackedOut - LostOut + RetransmittedOut;

    internal bool InWindowReduction => Recovery is RecoveryState.WindowReduced or RecoveryState.Recovery;

    private void UpdateRecovery(ref AckContext context, bool duplicate, in TcpHeader segment)
    {
        if (context.Has(AckFacts.EcnEcho))
        {
            _priorSsthresh = 0;
        }

        if (Recovery != RecoveryState.Open && Recovery != RecoveryState.Loss && SequenceNumber.AtOrAfter(SndUna, _highSeq))
        {
            if (Recovery == RecoveryState.WindowReduced)
            {
                if (SndUna != _highSeq)
                {
                    EndWindowReduction();
                    Recovery = RecoveryState.Open;
                }
            }
            else if (Recovery == RecoveryState.Recovery)
            {
                if (!_sack)
                {
                    SackedOut = 0;
                }

                if (TryUndoRecovery(in segment))
                {
                    return;
                }
            }
        }

        switch (Recovery)
        {
            case RecoveryState.Recovery:
                if (!context.Has(AckFacts.Advanced))
                {
                    if (!_sack && duplicate)
                    {
                        CountDuplicate(ref context);
                    }
                }
                else if (TryUndoPartial(in segment))
                {
                    return;
                }

                IdentifyLosses(ref context);
                if (Recovery != RecoveryState.Recovery)
                {
                    RecoverOrOpen(ref context);
                }

                break;
            case RecoveryState.Loss:
                UpdateLoss(ref context, duplicate, in segment);
                if (Recovery == RecoveryState.Loss)
                {
                    IdentifyLosses(ref context);
                    return;
                }

                goto default;
            default:
                if (!_sack)
                {
                    if (context.Has(AckFacts.Advanced))
                    {
                        SackedOut = 0;
                    }

                    if (duplicate)
                    {
                        CountDuplicate(ref context);
                    }
                }

                IdentifyLosses(ref context);
                RecoverOrOpen(ref context);
                break;
        }
    }

    private void RecoverOrOpen(ref AckContext context)
    {
        if (LostOut == 0)
        {
            TryToOpen(ref context);
        }
        else
        {
            EnterRecovery(context.Has(AckFacts.EcnEcho));
        }
    }

    /// <summary>Back to Open where nothing is suspect, or to Disorder.</summary>
    private void TryToOpen(ref AckContext context)
    {
        if (context.Has(AckFacts.EcnEcho))
        {
            EnterWindowReduced();
        }

        if (Recovery != RecoveryState.WindowReduced)
        {
            RecoveryState next = SackedOut + LostOut + RetransmittedOut > 0 || _undoMarked ? RecoveryState.Disorder : RecoveryState.Open;
            if (next != Recovery)
            {
                Recovery = next;
                _highSeq = SndNxt;
            }
        }
    }

    /// <summary>RFC 6582 §3.2, step 2: enters fast recovery; the window goes down by RFC 6937.</summary>
    private void EnterRecovery(bool ecnEcho)
    {
        Statistics.FastRecoveries++;
        _layer.Statistics.FastRecoveries++;
        _priorSsthresh = 0;
        BeginUndo();
        if (!InWindowReduction)
        {
            if (!ecnEcho)
            {
                _priorSsthresh = CurrentSsthresh();
            }

            BeginWindowReduction();
        }

        Recovery = RecoveryState.Recovery;
        _highSeq = SndNxt;
        _rackPersist = Math.Max(0, _rackPersist - 1);
    }

    /// <summary>RFC 5681 §3.1, LW: after a timeout everything is held to be lost, and the window is one segment.</summary>
    private void EnterLoss()
    {
        bool isNew = Recovery < RecoveryState.Recovery;
        _probeEnd = null;
        MarkAllLost();

        // RFC 5681 §3.1, second timeout: ssthresh stays as it is.
        if (Recovery <= RecoveryState.Disorder || !SequenceNumber.After(_highSeq, SndUna)
            || (Recovery == RecoveryState.Loss && _retransmits == 0))
        {
            _priorSsthresh = CurrentSsthresh();
            _priorCwnd = Cwnd;
            Ssthresh = CongestionControl.SlowStartThreshold(this);
            CongestionControl.OnLoss(this);
            BeginUndo();
        }

        Cwnd = SegmentsInFlight + TcpDefaults.LossWindow;
        CwndCount = 0;

        // Whatever reordering seemed possible: with this many holes it was loss.
        if (Recovery <= RecoveryState.Disorder && SackedOut >= TcpDefaults.DuplicateThreshold)
        {
            _reordering = Math.Min(_reordering, TcpDefaults.DuplicateThreshold);
        }

        // RFC 6582 §3.2, step 4: until all that was sent by now is acknowledged.
        Recovery = RecoveryState.Loss;
        _highSeq = SndNxt;

        // RFC 5682 §2.1, step 1.
        _frto = isNew || _retransmits > 0;
    }

    private void MarkAllLost()
    {
        bool reneged = _sack && _sent[0].Has(SegmentMarks.Sacked);
        if (reneged)
        {
            _seenCount = 0;
            _highestSacked = SndUna;
        }

        if (!_sack)
        {
            SackedOut = 0;
        }

        for (int i = 0; i < _sent.Count; i++)
        {
            ref SentSegment entry = ref _sent[i];
            if (entry.Has(SegmentMarks.Sacked))
            {
                // RFC 6675 §5.1: what was reported stays so; RFC 2018 §8: unless the peer has dropped it, as shows when it is the first.
                if (!reneged)
                {
                    continue;
                }

                entry.Marks &= ~SegmentMarks.Sacked;
                SackedOut--;
            }
            else if (_sack && i > 0 && !reneged && IsFresh(in entry))
            {
                // RFC 8985 §6.3: sent too lately to be given up with the first.
                continue;
            }

            MarkLost(ref entry);
        }
    }

    private void MarkLost(ref SentSegment entry)
    {
        if (entry.Has(SegmentMarks.Retransmitted))
        {
            entry.Marks &= ~SegmentMarks.Retransmitted;
            RetransmittedOut--;
            _lostTotal++;
            if (entry.Has(SegmentMarks.Lost))
            {
                _toRetransmit++;
            }
        }

        if (!entry.Has(SegmentMarks.Lost))
        {
            entry.Marks |= SegmentMarks.Lost;
            LostOut++;
            _lostTotal++;
            _toRetransmit++;
        }

        if (_toRetransmit == 1 || SequenceNumber.Before(entry.Sequence, _retransmitHint))
        {
            _retransmitHint = entry.Sequence;
        }
    }

    /// <summary>Sends lost segments again (RFC 6675 §5), as far as the window lets them out; the first always goes.</summary>
    private void RetransmitLost()
    {
        int index = _sent.IndexOf(_retransmitHint);
        int sent = 0;
        for (; index < _sent.Count && _toRetransmit > 0; index++)
        {
            ref SentSegment entry = ref _sent[index];
            if ((entry.Marks & (SegmentMarks.Lost | SegmentMarks.Retransmitted | SegmentMarks.Sacked)) != SegmentMarks.Lost)
            {
                continue;
            }

            if (SegmentsInFlight >= Cwnd || PacingHolds())
            {
                break;
            }

            Retransmit(index);
            sent++;
            if (index == 0 && _retransmitKind != RetransmitKind.Reorder)
            {
                ArmRetransmission();
            }
        }

        _retransmitHint = index < _sent.Count ? _sent[index].Sequence : SndNxt;
        if (InWindowReduction)
        {
            _prrOut += sent;
        }
    }

    /// <summary>Finds losses by what was acknowledged: RACK with SACK, duplicate acknowledgments without.</summary>
    private void IdentifyLosses(ref AckContext context)
    {
        if (_sack)
        {
            if (DetectLosses())
            {
                context.Facts |= AckFacts.ReorderTimerArmed;
            }

            return;
        }

        // RFC 5681 §3.2, RFC 6582 §3.2, step 3: the third duplicate tells the loss of the first segment; a partial acknowledgment that of the next.
        bool enough = Recovery < RecoveryState.Recovery ? SackedOut >= _reordering : Recovery == RecoveryState.Recovery && context.Has(AckFacts.Advanced);
        if (enough && _sent.Count > 0 && !_sent[0].Has(SegmentMarks.Lost))
        {
            MarkLost(ref _sent[0]);
            LimitDuplicates();
        }
    }

    /// <summary>Without SACK a duplicate acknowledgment stands for one segment that arrived out of order. RFC 3042 §2, RFC 5681 §3.2, (1): so new data may go.</summary>
    private void CountDuplicate(ref AckContext context)
    {
        if (SackedOut + Math.Max(LostOut, 1) < _sent.Count)
        {
            SackedOut++;
            _delivered++;
        }
    }

    /// <summary>Without SACK: duplicates count for no more segments than are out and not lost.</summary>
    private void LimitDuplicates() => SackedOut = Math.Max(0, Math.Min(SackedOut, _sent.Count - Math.Max(LostOut, 1)));

    /// <summary>Without SACK: what is acknowledged now had been counted as delivered with the duplicates, but for the hole itself.</summary>
    private void ForgetDuplicates(int acked)
    {
        int counted = Math.Min(acked - 1, SackedOut);
        SackedOut -= counted;
        _delivered -= counted;
        LimitDuplicates();
    }
}
