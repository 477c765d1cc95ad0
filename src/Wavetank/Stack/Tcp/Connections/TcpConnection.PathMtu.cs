using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>
/// Path MTU discovery (RFC 1191, RFC 8201), and the part of RFC 4821 that gets over a router which drops what is too large and does
/// not say so. It never searches upwards again.
/// </summary>
internal sealed partial class TcpConnection
{
    // The least path MTU that is believed (RFC 1191 §3 knows 68; Linux: min_pmtu 552, with which an attacker can do little harm).
    private const int LeastPathMtu = 552;

    // What RFC 4821 let the segments shrink to; 0 before a black hole was suspected.
    private int _blackHoleMss;

    /// <summary>A router on the way takes only smaller packets: what is out is cut anew and sent again (RFC 1191 §6, RFC 8201 §5).</summary>
    internal void PathMtuShrinks(uint sequence, int mtu)
    {
        // RFC 5927 §7.2: only about something in flight.
        if (State == TcpState.Closed || _sent.Count == 0 || !SequenceNumber.IsBetween(sequence, SndUna, SndNxt) || mtu >= PathMtu)
        {
            return;
        }

        int before = SendMss;
        PathMtu = Math.Max(mtu, LeastPathMtu);
        InitializeMss();
        if (SendMss >= before || !IsConnected)
        {
            return;
        }

        CutSegments();

        if (Recovery is not RecoveryState.Loss)
        {
            _highSeq = SndNxt;
            Ssthresh = CurrentSsthresh();
            _priorSsthresh = 0;
            _undoMarked = false;
            Recovery = RecoveryState.Loss;
        }

        SendMore();
        UpdateTimers();
    }

    /// <summary>
    /// RFC 4821 §7.7: timeout upon timeout may come of segments that are too large for a part of the way. As Linux: they shrink to a
    /// size that every path should take (§7.2), then by half with each timeout.
    /// </summary>
    private void SuspectBlackHole()
    {
        if (!Settings.MtuProbing || !IsConnected)
        {
            return;
        }

        _blackHoleMss = _blackHoleMss == 0
            ? TcpDefaults.BaseMss
            : Math.Max(TcpDefaults.MinimumMss, Math.Min(TcpDefaults.BaseMss, _blackHoleMss / 2));
        int before = SendMss;
        InitializeMss();
        if (SendMss < before)
        {
            CutSegments();
        }
    }

    /// <summary>
    /// Cuts the segments of the queue that are larger than the present MSS, and holds them to be lost. As on Linux, that says nothing
    /// of congestion.
    /// </summary>
    private void CutSegments()
    {
        for (int i = 0; i < _sent.Count; i++)
        {
            ref SentSegment entry = ref _sent[i];
            int payload = (int)entry.Length - ((entry.Control & Packets.TcpFlags.Fin) != 0 ? 1 : 0);
            if (payload <= SendMss)
            {
                continue;
            }

            SegmentMarks marks = entry.Marks;
            _sent.Split(i, entry.Sequence + (uint)SendMss);
            CountAgain(marks);
            if ((marks & SegmentMarks.Sacked) == 0)
            {
                MarkLost(ref _sent[i]);
                MarkLost(ref _sent[i + 1]);
            }
        }
    }

    /// <summary>A segment became two with the same marks.</summary>
    private void CountAgain(SegmentMarks marks)
    {
        if ((marks & SegmentMarks.Sacked) != 0)
        {
            SackedOut++;
        }

        if ((marks & SegmentMarks.Retransmitted) != 0)
        {
            RetransmittedOut++;
        }

        if ((marks & SegmentMarks.Lost) != 0)
        {
            LostOut++;
            if ((marks & SegmentMarks.Retransmitted) == 0)
            {
                _toRetransmit++;
            }
        }
    }
}
