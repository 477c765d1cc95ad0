using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>What may be sent now (RFC 9293 §3.8.6.2.1, MUST-38): the windows, Nagle, silly windows, pacing.</summary>
internal sealed partial class TcpConnection
{
    private long _lastSentAt;

    /// <summary>Whether something that was never sent, the FIN included, waits.</summary>
    private bool HasUnsent => !Is(ConnectionFlags.FinSent) && (WriteSeq != SndNxt || Is(ConnectionFlags.FinQueued));

    /// <summary>Sends what the windows let out.</summary>
    private void Output()
    {
        if (State is not (TcpState.Established or TcpState.CloseWait or TcpState.FinWait1 or TcpState.LastAck or TcpState.Closing))
        {
            return;
        }

        bool cwndLimited = false;
        bool windowLimited = false;
        int sent = 0;
        int mss = CurrentMss;
        while (!Is(ConnectionFlags.FinSent))
        {
            int unsent = (int)(WriteSeq - SndNxt);

            // RFC 9293 §3.9.1.2, SHLD-27 and SHLD-28: as much as one segment takes, of however many writes.
            int length = Math.Min(unsent, mss);
            bool fin = Is(ConnectionFlags.FinQueued) && length == unsent;
            if (length == 0 && !fin)
            {
                break;
            }

            if (SegmentsInFlight >= Cwnd)
            {
                cwndLimited = true;
                break;
            }

            // RFC 9293 §3.8.6.2.1, MUST-38: a segment that does not fit the window waits whole; the probe timer cuts it in the end.
            // RFC 9293 §3.8.6, MUST-34 and SHLD-15: the window may even end before SND.NXT.
            int window = (int)(SndUna + SndWnd - SndNxt);
            if (length + (fin ? 1 : 0) > window)
            {
                if (!fin || length == 0 || length > window)
                {
                    windowLimited = true;
                    break;
                }

                fin = false;
            }

            if (length < mss && !fin && NagleHolds())
            {
                break;
            }

            if (PacingHolds())
            {
                break;
            }

            if (sent == 0)
            {
                RestartAfterIdle();
            }

            SendNew(length, fin);
            sent++;
        }

        CheckApplicationLimited();
        NoteWindowLimit(windowLimited);
        if (sent > 0)
        {
            if (InWindowReduction)
            {
                _prrOut += sent;
            }

            ScheduleLossProbe();
            ValidateWindow(cwndLimited || SegmentsInFlight >= Cwnd);
            NoteBufferLimit();
        }
        else if (_sent.Count == 0 && HasUnsent)
        {
            ArmZeroWindowProbe();
        }
    }

    /// <summary>
    /// RFC 9293 §3.7.4, SHLD-7; §3.9.1.2, MAY-16 and MUST-60: a small segment waits while one is unacknowledged; as Linux does
    /// (Minshall's variant), only a small one
    /// makes it wait.
    /// </summary>
    private bool NagleHolds() => !Settings.NoDelay && _sent.Count > 0
        && SequenceNumber.After(_smallSegmentEnd, SndUna) && SequenceNumber.AtOrBefore(_smallSegmentEnd, SndNxt);

    private void SendNew(int length, bool fin)
    {
        long now = _host.Now;
        TcpFlags flags = TcpFlags.Ack;
        uint sequence = SndNxt;
        if (fin)
        {
            flags |= TcpFlags.Fin;
            Set(ConnectionFlags.FinSent);
        }

        // RFC 9293 §3.9.1.2, MUST-61: PSH on the last segment of what there is.
        if (length > 0 && sequence + (uint)length == WriteSeq)
        {
            flags |= TcpFlags.Psh;
        }

        if (length < SendMss)
        {
            _smallSegmentEnd = sequence + (uint)length;
        }

        bool first = _sent.Count == 0;
        SndNxt = sequence + (uint)length + (fin ? 1u : 0);
        ref SentSegment entry = ref _sent.Add();
        entry.Sequence = sequence;
        entry.End = SndNxt;
        entry.Control = fin ? TcpFlags.Fin : TcpFlags.None;
        entry.SentAt = now;
        NoteDelivery(ref entry, first, now);
        if (Statistics.BytesSent == 0 && length > 0)
        {
            Statistics.FirstPayloadSentAt = now;
        }

        Statistics.BytesSent += length;
        _layer.Statistics.BytesSent += length;
        DataWasSent(now, first);

        Packet packet = NewSegment(sequence, flags);
        if (length > 0)
        {
            _sendBuffer.Carry(packet, (int)(sequence - SndUna), length);
            MarkEcnCapable(packet, retransmission: false);
            NotePaced(length, packet.Tcp.Length + packet.IpHeaderLength);
        }

        SendSegment(packet);
        if (first || _retransmitKind is RetransmitKind.None or RetransmitKind.ZeroWindowProbe)
        {
            ArmRetransmission();
        }
        else if (_retransmitKind == RetransmitKind.LossProbe)
        {
            ArmRetransmissionFromHead();
        }
    }

    /// <summary>Sends a segment again, whatever the window has become (RFC 9293 §3.8.6, SHLD-16 and MAY-7).</summary>
    private void Retransmit(int index)
    {
        long now = _host.Now;
        ref SentSegment entry = ref _sent[index];
        if (entry.Has(SegmentMarks.Lost) && !entry.Has(SegmentMarks.Retransmitted))
        {
            _toRetransmit--;
        }

        if (!entry.Has(SegmentMarks.Retransmitted))
        {
            RetransmittedOut++;
        }

        if (_retransmissionStartedAt == 0)
        {
            _retransmissionStartedAt = now;
            _retransmissionTimestamp = TimestampNow;
        }

        _undoRetransmits = Math.Max(_undoRetransmits, 0) + 1;

        entry.Marks |= SegmentMarks.Retransmitted | SegmentMarks.EverRetransmitted;
        entry.SentAt = now;
        if (_sack)
        {
            (_sentAgain ??= new RingQueue<SentAgain>()).Enqueue(new SentAgain(entry.Sequence, now));
        }

        NoteDelivery(ref entry, first: false, now);
        Statistics.SegmentsRetransmitted++;
        _layer.Statistics.SegmentsRetransmitted++;
        if ((entry.Control & TcpFlags.Syn) != 0)
        {
            SendSynSegment();
            return;
        }

        int length = (int)(entry.Length - ((entry.Control & TcpFlags.Fin) != 0 ? 1u : 0));
        Statistics.BytesRetransmitted += length;
        _layer.Statistics.BytesRetransmitted += length;
        Statistics.BytesSent += length;
        _layer.Statistics.BytesSent += length;
        Packet packet = NewSegment(entry.Sequence, TcpFlags.Ack | entry.Control);
        if (length > 0)
        {
            if (entry.Sequence + (uint)length == WriteSeq)
            {
                packet.Tcp.Flags |= TcpFlags.Psh;
            }

            _sendBuffer.Carry(packet, (int)(entry.Sequence - SndUna), length);
            MarkEcnCapable(packet, retransmission: true);
            NotePaced(length, packet.Tcp.Length + packet.IpHeaderLength);
        }

        SendSegment(packet);
    }

    private void DataWasSent(long now, bool first)
    {
        if (first)
        {
            CongestionControl.OnTransmitStart(this, now - _lastSentAt);
        }

        _lastSentAt = now;

        // As Linux: data that follows received data within the delay of an acknowledgment makes a conversation.
        if (now - _lastReceivedAt < _ackTimeout)
        {
            Set(ConnectionFlags.Interactive);
        }
    }
}
