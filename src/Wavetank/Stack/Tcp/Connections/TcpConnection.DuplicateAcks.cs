using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>How losses are found without SACK: by duplicate acknowledgments and partial ones (RFC 5681 §3.2, RFC 6582).</summary>
internal sealed partial class TcpConnection
{
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
