using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>The fifth check of RFC 9293 §3.10.7.4: what an acknowledgment does from ESTABLISHED on.</summary>
internal sealed partial class TcpConnection
{
    private long _lastAckAt;

    private DropReason AckArrives(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        uint ack = segment.AcknowledgmentNumber;
        var context = new AckContext
        {
            PriorUna = SndUna,
            PriorInFlight = SegmentsInFlight,
            PriorDelivered = _delivered,
            PriorLost = _lostTotal,
        };

        if (SequenceNumber.Before(ack, SndUna))
        {
            // RFC 5961 §5.2, RFC 9293 §3.10.7.4, MAY-12: older than the largest window that the peer ever gave is an attack, or garbage.
            if (SequenceNumber.Before(ack, SndUna - _maxSndWnd))
            {
                SendChallengeAck();
                return DropReason.TcpUnacceptable;
            }

            // An acknowledgment that was overtaken: its SACK blocks may still tell something; the text counts.
            if (_sack && segment.Options.SackCount > 0)
            {
                TakeSackBlocks(in segment, ref context);
                if (_sent.Count > 0)
                {
                    FinishAck(ref context, duplicate: false, in segment);
                }
                else
                {
                    TakeLateDuplicate(ref context, in segment);
                }
            }

            return DropReason.None;
        }

        if (SequenceNumber.After(ack, SndNxt))
        {
            // RFC 9293 §3.10.7.4: something not yet sent is acknowledged: answer, drop.
            SendChallengeAck();
            return DropReason.TcpUnacceptable;
        }

        if (packet.PayloadLength > 0 || segment.Has(TcpFlags.Fin))
        {
            context.Facts |= AckFacts.CarriedData;
        }

        _lastAckAt = _host.Now;
        if (_probes > 0 || _keepAliveProbes > 0)
        {
            // RFC 9293 §3.8.6.1, MUST-37: a peer that answers is not given up.
            _probes = 0;
            _keepAliveProbes = 0;
        }

        UpdateSendWindow(in segment, ref context);
        if (ack != SndUna)
        {
            context.Facts |= AckFacts.Advanced;
            AdvanceUna(ack, in segment, ref context);
        }

        if (_sack && segment.Options.SackCount > 0)
        {
            TakeSackBlocks(in segment, ref context);
        }

        TakeEcnEcho(in segment, ref context);

        // RFC 5681 §2, RFC 5681 §2, (c): a duplicate does not advance, carries neither data nor FIN, and leaves the window as it is.
        bool duplicate = (context.Facts & (AckFacts.Advanced | AckFacts.CarriedData | AckFacts.WindowChanged)) == 0;
        if (_sent.Count > 0 || context.Acked > 0)
        {
            if (duplicate)
            {
                Statistics.DuplicateAcks++;
            }

            FinishAck(ref context, duplicate && _sent.Count > 0, in segment);
        }
        else
        {
            TakeLateDuplicate(ref context, in segment);
            if (HasUnsent && _retransmitKind == RetransmitKind.ZeroWindowProbe)
            {
                WindowMayHaveOpened();
            }
        }

        if (context.Has(AckFacts.Advanced))
        {
            AfterAdvance();
        }

        return DropReason.None;
    }

    /// <summary>All is acknowledged, but a DSACK may still tell that the last recovery was needless.</summary>
    private void TakeLateDuplicate(ref AckContext context, in TcpHeader segment)
    {
        if (context.Has(AckFacts.DuplicateSack))
        {
            UpdateRecovery(ref context, duplicate: false, in segment);
        }
    }

    /// <summary>Congestion and timers, once all that the acknowledgment says is known.</summary>
    private void FinishAck(ref AckContext context, bool duplicate, in TcpHeader segment)
    {
        CheckReordering(ref context);
        MeasureRtt(in segment, ref context);
        UpdateReorderWindow(ref context);
        ProcessTailLossProbeAck(in segment, ref context);
        if (duplicate || Recovery != RecoveryState.Open || context.Has(AckFacts.NewlySacked | AckFacts.EcnEcho | AckFacts.DuplicateSack))
        {
            UpdateRecovery(ref context, duplicate, in segment);
        }

        context.Delivered = (int)(_delivered - context.PriorDelivered);
        Statistics.DeliveredEcnEcho += context.Has(AckFacts.EcnEcho) ? Math.Max(0, context.Delivered) : 0;
        context.Lost = _lostTotal - context.PriorLost;
        ControlCongestion(ref context);
        if (context.Has(AckFacts.ReorderTimerArmed))
        {
            return;
        }

        if (context.Has(AckFacts.Advanced))
        {
            ArmRetransmission();
            ScheduleLossProbe();
        }
        else if (_retransmitKind is RetransmitKind.LossProbe or RetransmitKind.Reorder)
        {
            ArmRetransmissionFromHead();
            ScheduleLossProbe();
        }
    }

    /// <summary>RFC 9293 §3.10.7.4, fifth: the window is taken from the latest segment only.</summary>
    private void UpdateSendWindow(in TcpHeader segment, ref AckContext context)
    {
        // RFC 9293 §3.1, MUST-1 and REC-1: unsigned, of 32 bits.
        uint window = (uint)segment.Window << _sndScale;
        if (SequenceNumber.After(segment.AcknowledgmentNumber, SndUna)
            || SequenceNumber.Before(_sndWl1, segment.SequenceNumber)
            || (_sndWl1 == segment.SequenceNumber && SequenceNumber.AtOrBefore(_sndWl2, segment.AcknowledgmentNumber)))
        {
            _sndWl1 = segment.SequenceNumber;
            _sndWl2 = segment.AcknowledgmentNumber;
            if (window != SndWnd)
            {
                context.Facts |= AckFacts.WindowChanged;
                if (SndWnd == 0)
                {
                    // RFC 9293 §3.8.6, SHLD-17: what was sent again into a shut window says nothing against the peer.
                    TimeoutsEnd();
                }

                SndWnd = window;
                if (window > _maxSndWnd)
                {
                    _maxSndWnd = window;
                }
            }
        }
    }

    /// <summary>Takes what is acknowledged off the queue, and the round-trip times that this gives.</summary>
    private void AdvanceUna(uint ack, in TcpHeader segment, ref AckContext context)
    {
        while (_sent.Count > 0)
        {
            ref SentSegment entry = ref _sent[0];
            if (SequenceNumber.After(entry.End, ack))
            {
                if (SequenceNumber.After(ack, entry.Sequence))
                {
                    entry.Sequence = ack;
                }

                break;
            }

            context.Acked++;
            SegmentMarks marks = entry.Marks;
            if ((marks & SegmentMarks.EverRetransmitted) != 0)
            {
                context.Facts |= AckFacts.RetransmissionAcked;
            }
            else if ((marks & SegmentMarks.Sacked) == 0)
            {
                context.FirstAcked = context.FirstAcked == 0 ? entry.SentAt : context.FirstAcked;
                context.LastAcked = entry.SentAt;
                NoteOriginal(in entry, ref context);
                if (SequenceNumber.AtOrBefore(entry.End, _highSeq))
                {
                    context.Facts |= AckFacts.OriginalAcked;
                }
            }

            if ((marks & (SegmentMarks.Sacked | SegmentMarks.Lost | SegmentMarks.Retransmitted)) != 0)
            {
                LetGoOfMarks(marks);
            }

            if ((marks & SegmentMarks.Sacked) == 0)
            {
                SegmentDelivered(ref entry, ref context);
            }

            _sent.RemoveFirst();
        }

        int bytes = (int)(Math.Min(ack - SndUna, (uint)_sendBuffer.Length));
        if (bytes > 0)
        {
            Statistics.BytesAcknowledged += bytes;
            Statistics.LastPayloadAcknowledgedAt = _host.Now;
        }

        _sendBuffer.Discard(bytes);
        if (_sendBuffer.Length == 0)
        {
            _sendingTime?.End(_host.Now);
        }

        SndUna = ack;
        TimeoutsEnd();
        _softError = default;
        if (!_sack && context.Acked > 0)
        {
            ForgetDuplicates(context.Acked);
        }
    }

    private void LetGoOfMarks(SegmentMarks marks)
    {
        if ((marks & SegmentMarks.Sacked) != 0)
        {
            SackedOut--;
        }

        if ((marks & SegmentMarks.Retransmitted) != 0)
        {
            RetransmittedOut--;
        }

        if ((marks & SegmentMarks.Lost) != 0)
        {
            LostOut--;
            if ((marks & SegmentMarks.Retransmitted) == 0)
            {
                _toRetransmit--;
            }
        }
    }

    /// <summary>What moves when SND.UNA moves: writers, and the states that wait for the acknowledgment of the FIN.</summary>
    private void AfterAdvance()
    {
        if (Is(ConnectionFlags.WriterWaits) && (SendSpace >= SendBufferLimit / 3 || _sendBuffer.Length == 0))
        {
            Reset(ConnectionFlags.WriterWaits);
            _sendingTime?.Stop(SendingLimit.Buffer, _host.Now);
            Set(ConnectionFlags.TellWritable);
        }

        if (Is(ConnectionFlags.FinSent) && SndUna == SndNxt)
        {
            FinIsAcknowledged();
        }
    }
}
