using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>What is held to be lost, all of it after a timeout (RFC 5681 §3.1), and how it is sent again (RFC 6675 §5).</summary>
internal sealed partial class TcpConnection
{
    private int _toRetransmit;
    private int _lostTotal;

    // No segment before this one waits to be sent again.
    private uint _retransmitHint;

    internal int LostOut { get; private set; }

    internal int RetransmittedOut { get; private set; }

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
}
