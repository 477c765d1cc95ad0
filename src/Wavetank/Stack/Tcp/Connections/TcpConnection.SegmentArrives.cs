using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>SEGMENT ARRIVES (RFC 9293 §3.10.7): the checks, in the RFC's order, with those of RFC 5961 and RFC 7323.</summary>
internal sealed partial class TcpConnection
{
    private SocketError _softError;

    /// <summary>Whether this connection came from a SYN that a listener took, and its handshake is not complete.</summary>
    internal bool WasHalfOpen { get; private set; }

    /// <summary>Takes a segment. The packet stays with the caller.</summary>
    /// <returns>None if it was taken, or why not.</returns>
    internal DropReason SegmentArrives(Packet packet)
    {
        Statistics.SegmentsReceived++;
        DropReason reason = State switch
        {
            TcpState.SynSent => ArrivesInSynSent(packet),
            TcpState.TimeWait => ArrivesInTimeWait(packet),
            TcpState.Closed => DropReason.TcpUnacceptable,
            _ => ArrivesSynchronized(packet),
        };
        UpdateTimers();
        return reason;
    }

    /// <summary>An ICMP error for a segment of ours.</summary>
    internal void IcmpErrorArrives(uint sequence, SocketError error, bool hard)
    {
        // RFC 5927 §4.1: believed only if it is about something in flight.
        if (State == TcpState.Closed || !SequenceNumber.IsBetween(sequence, SndUna, SndNxt))
        {
            return;
        }

        // Unlike RFC 9293 §3.9.2.2, MUST-56, and as Linux: an attempt to connect ends by a soft error too.
        if (State is TcpState.SynSent || (IsHalfOpen && hard))
        {
            Terminate(error);
            return;
        }

        // RFC 9293 §3.9.2.2, soft, SHLD-25, and RFC 5927 §5.2: a connection that is there survives; the error is told if it times out.
        _softError = error;
    }

    /// <summary>RFC 9293 §3.10.7.4: SYN-RECEIVED and all states behind it.</summary>
    private DropReason ArrivesSynchronized(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        TcpFlags flags = segment.Flags;
        bool isRst = (flags & TcpFlags.Rst) != 0;

        uint sequence = segment.SequenceNumber;
        uint end = sequence + (uint)packet.PayloadLength + (uint)(flags & TcpFlags.Fin) + (uint)((flags & TcpFlags.Syn) != 0 ? 1 : 0);

        // RFC 7323 §5.3, R1: an old timestamp makes the segment a duplicate; a RST is exempt (§5.2).
        if (_timestamps && !isRst && FailsPaws(packet))
        {
            NoteOld(sequence, end);
            AnswerUnacceptable(packet);
            return DropReason.TcpUnacceptable;
        }

        // First, the sequence number (RFC 9293 §3.10.7.4, first). As Linux, a segment that ends at or behind the last acknowledgment passes, so that an
        // acknowledgment that was overtaken is not answered.
        if (SequenceNumber.Before(end, _rcvWup) || SequenceNumber.After(sequence, RcvNxt + ReceiveWindow))
        {
            return OutsideWindow(packet, end, isRst);
        }

        // Second, RST: RFC 5961 §3.2. Exactly the next number resets, also with data (RFC 9293 §3.5.3, SHLD-2) or without a window
        // (RFC 9293 §3.4, RST); elsewhere in the window it is questioned.
        if (isRst)
        {
            if (sequence == RcvNxt)
            {
                _host.Delivered(packet);
                ResetArrives();
                return DropReason.None;
            }

            SendChallengeAck();
            return DropReason.TcpUnacceptable;
        }

        // Fourth, SYN: RFC 5961 §4.2 questions it in every state; the SYN-ACK of a simultaneous open is none of these.
        if ((flags & TcpFlags.Syn) != 0 && !(IsHalfOpen && IsAnswerToSimultaneousOpen(in segment)))
        {
            if (IsHalfOpen && sequence == Irs && (flags & TcpFlags.Ack) == 0)
            {
                return SynArrivesAgain();
            }

            SendChallengeAck();
            return DropReason.TcpUnacceptable;
        }

        // Fifth, ACK.
        if ((flags & TcpFlags.Ack) == 0)
        {
            return DropReason.TcpUnacceptable;
        }

        if (IsHalfOpen && AckArrivesInSynReceived(packet) is var handshake && handshake != DropReason.None)
        {
            return handshake;
        }

        // RFC 7323 §4.3, (2): the timestamp of the segment that spans the last acknowledgment is the one to echo.
        if (_timestamps && segment.Options.HasTimestamps && SequenceNumber.AtOrBefore(sequence, _rcvWup))
        {
            RememberTimestamp(segment.Options.TimestampValue);
        }

        DropReason reason = AckArrives(packet);
        if (reason != DropReason.None)
        {
            return reason;
        }

        if (State == TcpState.Closed)
        {
            _host.Delivered(packet);
            return DropReason.None;
        }

        // Seventh and eighth, the text and FIN.
        if (packet.PayloadLength > 0 || (flags & TcpFlags.Fin) != 0)
        {
            reason = TextArrives(packet);
            if (State == TcpState.Closed)
            {
                return reason;
            }
        }
        else
        {
            _host.Delivered(packet);
        }

        if (State != TcpState.TimeWait)
        {
            SendMore();
            AcknowledgeIfDue();
        }

        return reason;
    }

    private DropReason OutsideWindow(Packet packet, uint end, bool isRst)
    {
        if (isRst)
        {
            return DropReason.TcpUnacceptable;
        }

        // A SYN that came again because our SYN-ACK was lost.
        if (IsHalfOpen && packet.Tcp.Flags == TcpFlags.Syn && packet.Tcp.SequenceNumber == Irs)
        {
            return SynArrivesAgain();
        }

        // RFC 2883 §4 received: what lies above the window was not received, and is not reported.
        NoteOld(packet.Tcp.SequenceNumber, end);
        AnswerUnacceptable(packet);
        return DropReason.TcpUnacceptable;
    }

    private void ResetArrives()
    {
        // RFC 9293 §3.10.7.4, second; §3.5, MUST-11; §3.6, MUST-12: what was opened passively goes back to LISTEN; refused, if opened actively; else reset.
        SocketError error = State switch
        {
            TcpState.SynReceived when Is(ConnectionFlags.Passive) => SocketError.Success,
            TcpState.SynReceived => SocketError.ConnectionRefused,
            TcpState.CloseWait or TcpState.LastAck or TcpState.Closing when Is(ConnectionFlags.Orphaned) => SocketError.Success,

            // As Linux: where the peer had ended its stream already, a reset is a broken pipe.
            TcpState.CloseWait => SocketError.Shutdown,
            _ => SocketError.ConnectionReset,
        };
        Terminate(error);
    }

    /// <summary>Sends what may be sent now: first what is lost, then what is new (RFC 6675 §4, NextSeg).</summary>
    private void SendMore()
    {
        if (_sendNewFirst)
        {
            // RFC 5682 §2.1, step 2.b.
            _sendNewFirst = false;
            Output();
            if (SequenceNumber.After(SndNxt, _highSeq))
            {
                return;
            }

            _frto = false;
        }

        if (_toRetransmit > 0)
        {
            RetransmitLost();
        }

        if (HasUnsent)
        {
            Output();
        }
    }
}
