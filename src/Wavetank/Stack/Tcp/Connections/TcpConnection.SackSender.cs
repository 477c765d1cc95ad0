using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>
/// The sender's part of selective acknowledgments: the scoreboard (RFC 2018 §5, RFC 6675 §3), kept as marks on the sent segments.
/// </summary>
internal sealed partial class TcpConnection
{
    // Linux: tcp_max_reordering.
    private const int MostReordering = 300;

    // The blocks of the last acknowledgment, whose segments need not be looked at again.
    private SackBlock[]? _seenBlocks;
    private int _seenCount;
    private uint _highestSacked;
    private int _reorderingEvents;

    private void TakeSackBlocks(in TcpHeader segment, ref AckContext context)
    {
        ref readonly TcpOptions options = ref segment.Options;
        int first = IsDuplicateSack(in segment) ? 1 : 0;
        if (first == 1)
        {
            TakeDuplicateSack(options.SackBlocks[0], ref context);
        }

        for (int i = first; i < options.SackCount; i++)
        {
            SackBlock block = options.SackBlocks[i];

            // RFC 2018 §5 trusts the peer; only what was sent and is not acknowledged can be meant.
            if (SequenceNumber.Before(block.Left, block.Right) && SequenceNumber.AtOrBefore(block.Right, SndNxt)
                && SequenceNumber.After(block.Right, SndUna))
            {
                MarkBlock(block.Left, block.Right, ref context);
            }
        }

        _seenCount = 0;
        _seenBlocks ??= new SackBlock[SackBlocks.Capacity];
        for (int i = first; i < options.SackCount; i++)
        {
            _seenBlocks[_seenCount++] = options.SackBlocks[i];
        }
    }

    /// <summary>RFC 2883 §4: the first block is a duplicate's if it is acknowledged already, or lies within the second.</summary>
    private static bool IsDuplicateSack(in TcpHeader segment)
    {
        ref readonly TcpOptions options = ref segment.Options;
        SackBlock first = options.SackBlocks[0];
        return SequenceNumber.Before(first.Left, segment.AcknowledgmentNumber)
            || (options.SackCount > 1
                && SequenceNumber.AtOrAfter(first.Left, options.SackBlocks[1].Left)
                && SequenceNumber.AtOrBefore(first.Right, options.SackBlocks[1].Right));
    }

    private void TakeDuplicateSack(SackBlock block, ref AckContext context)
    {
        if (!SequenceNumber.Before(block.Left, block.Right) || SequenceNumber.After(block.Right, SndNxt) || block.Right - block.Left > _maxSndWnd)
        {
            return;
        }

        int segments = Math.Max(1, (int)((block.Right - block.Left + (uint)SendMss - 1) / (uint)SendMss));
        Statistics.DuplicateSacks += segments;
        if (Statistics.DuplicateSacks > Statistics.SegmentsRetransmitted)
        {
            // As Linux: what was not sent again cannot have come twice but by the network, which says nothing of recoveries.
            return;
        }

        context.Facts |= AckFacts.DuplicateSack;
        if (_undoMarked && _undoRetransmits > 0 && SequenceNumber.After(block.Right, _undoFrom))
        {
            // RFC 3708 §2: each retransmission that a DSACK answers was needless.
            _undoRetransmits = Math.Max(0, _undoRetransmits - segments);
        }

        if (_probeEnd is { } end && block.Right == end)
        {
            context.Facts |= AckFacts.ProbeDuplicated;
        }
        else if (_reorderingEvents > 0)
        {
            // As Linux: on a path that was never seen to reorder, a wider window would not have helped.
            _rackDuplicateSeen = true;
        }
    }

    private void MarkBlock(uint left, uint right, ref AckContext context)
    {
        for (int i = 0; i < _seenCount; i++)
        {
            SackBlock seen = _seenBlocks![i];
            if (SequenceNumber.AtOrBefore(seen.Left, left) && SequenceNumber.After(seen.Right, left))
            {
                left = SequenceNumber.Earlier(seen.Right, right);
            }
            else if (SequenceNumber.Before(seen.Left, right) && SequenceNumber.AtOrAfter(seen.Right, right))
            {
                right = SequenceNumber.Later(seen.Left, left);
            }
        }

        if (left == right)
        {
            return;
        }

        for (int index = _sent.IndexOf(left); index < _sent.Count; index++)
        {
            ref SentSegment entry = ref _sent[index];
            if (SequenceNumber.After(entry.End, right))
            {
                break;
            }

            if (!entry.Has(SegmentMarks.Sacked) && SequenceNumber.AtOrAfter(entry.Sequence, left))
            {
                MarkSacked(ref entry, ref context);
            }
        }
    }

    private void MarkSacked(ref SentSegment entry, ref AckContext context)
    {
        LetGoOfMarks(entry.Marks);
        entry.Marks &= ~(SegmentMarks.Lost | SegmentMarks.Retransmitted);
        if (!entry.Has(SegmentMarks.EverRetransmitted))
        {
            NoteOriginal(in entry, ref context);
            if (SequenceNumber.AtOrBefore(entry.End, _highSeq))
            {
                context.Facts |= AckFacts.OriginalAcked;
            }

            context.FirstSacked = context.FirstSacked == 0 ? entry.SentAt : context.FirstSacked;
            context.LastSacked = entry.SentAt;
        }

        SegmentDelivered(ref entry, ref context);
        entry.Marks |= SegmentMarks.Sacked;
        SackedOut++;
        if (!context.Has(AckFacts.NewlySacked) || SequenceNumber.After(entry.Sequence, context.HighestSacked))
        {
            context.HighestSacked = entry.Sequence;
        }

        context.Facts |= AckFacts.NewlySacked;
    }

    /// <summary>A segment that was sent once has arrived: was one sent after it reported before?</summary>
    private void NoteOriginal(in SentSegment entry, ref AckContext context)
    {
        if (SequenceNumber.Before(entry.Sequence, _highestSacked)
            && (!context.Has(AckFacts.Overtaken) || SequenceNumber.Before(entry.Sequence, context.LowestOvertaken)))
        {
            context.Facts |= AckFacts.Overtaken;
            context.LowestOvertaken = entry.Sequence;
        }
    }

    /// <summary>
    /// Something sent once arrived behind something that was sent later: the path reorders, and by how much (RFC 8985 §6.2, step 3; RFC 4653, as Linux
    /// counts it, in segments).
    /// </summary>
    private void CheckReordering(ref AckContext context)
    {
        if (context.Has(AckFacts.NewlySacked) && SequenceNumber.After(context.HighestSacked, _highestSacked))
        {
            _highestSacked = context.HighestSacked;
        }

        if (!context.Has(AckFacts.Overtaken))
        {
            return;
        }

        uint distance = _highestSacked - context.LowestOvertaken;
        if (distance > (uint)(_reordering * SendMss))
        {
            _reordering = Math.Min(MostReordering, (int)((distance + (uint)SendMss - 1) / (uint)SendMss));
        }

        _reorderingEvents++;
    }
}
