using Wavetank.Engine;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>
/// RACK (RFC 8985): a segment is lost when one that was sent sufficiently later has arrived. Its time order is kept without a
/// second list: what was sent once is in order in the queue, and what was sent again is in a queue of its own.
/// </summary>
internal sealed partial class TcpConnection
{
    // Linux: TCP_RACK_RECOVERY_THRESH.
    private const int PersistRecoveries = 16;

    private long _rackSentAt;
    private uint _rackEnd;
    private long _rackRtt;
    private bool _rackAdvanced;

    // The reordering window in quarters of the least RTT, how many recoveries it persists, and the round in which it may grow.
    private int _rackSteps = 1;
    private int _rackPersist;
    private bool _rackDuplicateSeen;
    private long _rackRound;

    // Segments before it are sacked, lost or were sent again. Then those that were sent again, in the order of time.
    private uint _rackCursor;
    private RingQueue<SentAgain>? _sentAgain;

    /// <summary>RFC 8985 §6.2, step 2: notes the segment that was sent last among those that arrived.</summary>
    private void AdvanceRack(in SentSegment entry)
    {
        long rtt = _host.Now - entry.SentAt;
        if (entry.Has(SegmentMarks.EverRetransmitted) && rtt < MinimumRtt)
        {
            // Too fast: the original arrived, not the copy.
            return;
        }

        _rackAdvanced = true;
        _rackRtt = rtt;
        if (IsSentAfter(entry.SentAt, _rackSentAt, entry.End, _rackEnd))
        {
            _rackSentAt = entry.SentAt;
            _rackEnd = entry.End;
        }
    }

    private static bool IsSentAfter(long first, long second, uint firstEnd, uint secondEnd) =>
        first > second || (first == second && SequenceNumber.After(firstEnd, secondEnd));

    /// <summary>RFC 8985 §6.2, step 4: how late a segment may be and still be only reordered.</summary>
    private long ReorderWindow
    {
        get
        {
            if (_reorderingEvents == 0 && (Recovery >= RecoveryState.Recovery || SackedOut >= _reordering))
            {
                return 0;
            }

            return Math.Min((MinimumRtt >> 2) * _rackSteps, _rtt.Smoothed);
        }
    }

    /// <summary>RFC 8985 §6.2, step 4: a round trip with a DSACK widens the window; sixteen recoveries without narrow it again.</summary>
    private void UpdateReorderWindow(ref AckContext context)
    {
        if (!_sack || !context.Rate.HasPrior)
        {
            return;
        }

        if (context.Rate.PriorDelivered < _rackRound)
        {
            _rackDuplicateSeen = false;
        }

        if (_rackDuplicateSeen)
        {
            _rackSteps = Math.Min(0xFF, _rackSteps + 1);
            _rackDuplicateSeen = false;
            _rackRound = _delivered;
            _rackPersist = PersistRecoveries;
        }
        else if (_rackPersist == 0)
        {
            _rackSteps = 1;
        }
    }

    /// <summary>A recovery ends, and nothing says that it was needless: sixteen of these narrow the window again.</summary>
    private void RecoveryWasNeeded() => _rackPersist = Math.Max(0, _rackPersist - 1);

    /// <summary>It was needless after all.</summary>
    private void RecoveryWasNeedless() => _rackPersist = Math.Min(PersistRecoveries, _rackPersist + 1);

    /// <summary>Whether a segment was sent less than a round-trip time ago.</summary>
    private bool IsFresh(in SentSegment entry) => entry.SentAt + _rackRtt - _host.Now > 0;

    /// <summary>RFC 8985 §6.2, step 5: marks what is lost, and waits for what may only be late.</summary>
    /// <returns>Whether the reordering timer was set.</returns>
    private bool DetectLosses()
    {
        if (!_rackAdvanced)
        {
            return false;
        }

        _rackAdvanced = false;
        long wait = MarkOverdue();
        if (wait <= 0)
        {
            return false;
        }

        _retransmitKind = RetransmitKind.Reorder;
        _retransmitAt = _host.Now + wait + 1;
        return true;
    }

    private long MarkOverdue()
    {
        long due = _host.Now - _rackRtt - ReorderWindow;
        long wait = 0;
        int index = SequenceNumber.Before(_rackCursor, SndUna) ? 0 : _sent.IndexOf(_rackCursor);
        for (; index < _sent.Count; index++)
        {
            ref SentSegment entry = ref _sent[index];
            if (entry.Has(SegmentMarks.Sacked | SegmentMarks.Lost | SegmentMarks.EverRetransmitted))
            {
                continue;
            }

            if (!IsSentAfter(_rackSentAt, entry.SentAt, _rackEnd, entry.End))
            {
                break;
            }

            if (entry.SentAt > due)
            {
                wait = LatestWait(index, due);
                break;
            }

            MarkLost(ref entry);
        }

        _rackCursor = index < _sent.Count ? _sent[index].Sequence : SndNxt;
        return Math.Max(wait, MarkOverdueAgain(due));
    }

    /// <summary>How long to wait for the last of the segments that may only be late.</summary>
    private long LatestWait(int index, long due)
    {
        long wait = _sent[index].SentAt - due;
        for (int i = _sent.IndexOf(_rackEnd - 1); i > index; i--)
        {
            ref SentSegment entry = ref _sent[i];
            if (!entry.Has(SegmentMarks.Sacked | SegmentMarks.Lost | SegmentMarks.EverRetransmitted)
                && IsSentAfter(_rackSentAt, entry.SentAt, _rackEnd, entry.End))
            {
                return Math.Max(wait, entry.SentAt - due);
            }
        }

        return wait;
    }

    /// <summary>The same for what was sent again: a retransmission can be lost too.</summary>
    private long MarkOverdueAgain(long due)
    {
        if (_sentAgain is null)
        {
            return 0;
        }

        while (_sentAgain.TryPeek(out SentAgain again))
        {
            int index = SequenceNumber.Before(again.Sequence, SndUna) ? _sent.Count : _sent.IndexOf(again.Sequence);
            if (index < _sent.Count && _sent[index].SentAt == again.SentAt && _sent[index].Has(SegmentMarks.Retransmitted))
            {
                ref SentSegment entry = ref _sent[index];
                if (!IsSentAfter(_rackSentAt, entry.SentAt, _rackEnd, entry.End))
                {
                    return 0;
                }

                if (entry.SentAt > due)
                {
                    return entry.SentAt - due;
                }

                MarkLost(ref entry);
            }

            _sentAgain.TryDequeue(out _);
        }

        return 0;
    }

    /// <summary>RFC 8985 §6.2: what was late long enough is lost.</summary>
    private void ReorderTimeout()
    {
        int lost = _lostTotal;
        long wait = MarkOverdue();
        if (lost != _lostTotal && Recovery < RecoveryState.Recovery)
        {
            EnterRecovery(ecnEcho: false);
            if (!CongestionControl.ControlsWindow)
            {
                var context = new AckContext { Delivered = 1 };
                ReduceProportionally(ref context);
            }
        }

        if (wait > 0)
        {
            _retransmitKind = RetransmitKind.Reorder;
            _retransmitAt = _host.Now + wait + 1;
        }
        else
        {
            ArmRetransmissionFromHead();
        }

        SendMore();
    }

    private readonly record struct SentAgain(uint Sequence, long SentAt);
}
