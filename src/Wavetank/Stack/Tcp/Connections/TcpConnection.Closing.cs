using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>The close paths (RFC 9293 §3.6) and TIME-WAIT.</summary>
internal sealed partial class TcpConnection
{
    /// <summary>The peer's FIN is reached in order (RFC 9293 §3.10.7.4, eighth).</summary>
    private void FinArrives()
    {
        RcvNxt++;
        Set(ConnectionFlags.FinReceived | ConnectionFlags.TellReadable | ConnectionFlags.AckScheduled);
        switch (State)
        {
            case TcpState.Established:
                State = TcpState.CloseWait;

                // As Linux: an answer, or our own FIN, is likely to carry the acknowledgment.
                Set(ConnectionFlags.Interactive);
                break;
            case TcpState.FinWait1:
                // Our FIN is not acknowledged: both ends closed at once.
                Set(ConnectionFlags.AckNow);
                State = TcpState.Closing;
                break;
            case TcpState.FinWait2:
                SendAck();
                EnterTimeWait();
                break;
            default:
                break;
        }
    }

    private void FinIsAcknowledged()
    {
        switch (State)
        {
            case TcpState.FinWait1:
                State = TcpState.FinWait2;
                StartFinWait2();
                break;
            case TcpState.Closing:
                EnterTimeWait();
                break;
            case TcpState.LastAck:
                Terminate(SocketError.Success);
                break;
            default:
                break;
        }
    }

    /// <summary>An orphan does not wait for ever for the peer's FIN (Linux: tcp_fin_timeout).</summary>
    private void StartFinWait2()
    {
        if (Is(ConnectionFlags.Orphaned))
        {
            _idleAt = _host.Now + TcpDefaults.FinWait2;
        }
    }

    private void EnterTimeWait()
    {
        State = TcpState.TimeWait;
        _sendBuffer.Clear();
        _sent.Clear();
        _reassembly?.Clear();
        _retransmitKind = RetransmitKind.None;
        _retransmitAt = _ackAt = _paceAt = TcpDefaults.Never;
        _idleAt = _host.Now + TcpDefaults.TimeWait;
    }

    /// <summary>
    /// RFC 9293 §3.10.7.4 for TIME-WAIT: whatever comes is acknowledged. As Linux, what may be from the peer's last words starts the
    /// wait anew: not only a FIN, but all that has ACK.
    /// </summary>
    private DropReason ArrivesInTimeWait(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;

        // RFC 1337 §3, fix F1: a RST does not cut the wait short.
        if (segment.Has(TcpFlags.Rst))
        {
            return DropReason.TcpUnacceptable;
        }

        bool old = IsOldDuplicate(in segment);
        if (old || segment.Has(TcpFlags.Ack))
        {
            _idleAt = _host.Now + TcpDefaults.TimeWait;
        }

        bool text = packet.PayloadLength > 0 || segment.Has(TcpFlags.Fin);
        if (!old && !text && !segment.Has(TcpFlags.Syn) && segment.SequenceNumber == RcvNxt)
        {
            if (_timestamps && segment.Options.HasTimestamps)
            {
                RememberTimestamp(segment.Options.TimestampValue);
            }

            return DropReason.TcpUnacceptable;
        }

        // Only answers to what has no text are limited in rate.
        if (text && !segment.Has(TcpFlags.Syn))
        {
            SendAck();
        }
        else
        {
            SendChallengeAck();
        }

        return DropReason.TcpUnacceptable;
    }

    /// <summary>RFC 7323 §5.3, R1: a timestamp below the latest one tells that a segment is old.</summary>
    private bool IsOldDuplicate(in TcpHeader segment) =>
        _timestamps && segment.Options.HasTimestamps && SequenceNumber.Before(segment.Options.TimestampValue, _tsRecent);

    /// <summary>
    /// RFC 9293 §3.6.1, MAY-2 and SHLD-4, with RFC 6191 §2 and RFC 6191 §2 older: a SYN whose number, or whose timestamp, is later than all that the old connection
    /// saw may open a new one; but none with an earlier timestamp, whatever its number.
    /// </summary>
    internal bool TakesNewConnection(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        return (segment.Flags & (TcpFlags.Syn | TcpFlags.Ack | TcpFlags.Rst)) == TcpFlags.Syn
            && !IsOldDuplicate(in segment)
            && (SequenceNumber.After(segment.SequenceNumber, RcvNxt)
                || (_timestamps && segment.Options.HasTimestamps && SequenceNumber.After(segment.Options.TimestampValue, _tsRecent)));
    }

    /// <summary>
    /// RFC 9293 §3.6.1, MAY-2: the successor's initial sequence number lies above all that this connection used; as Linux, by
    /// more than an unscaled window.
    /// </summary>
    internal uint SuccessorSequence
    {
        get
        {
            uint sequence = SndNxt + ushort.MaxValue + 2;
            return sequence == 0 ? 1 : sequence;
        }
    }

    /// <summary>
    /// Whether an active open of the same pair of ends may take this connection's place: one in TIME-WAIT with timestamps (RFC 6191 §2).
    /// As Linux, a user who bound the port always may; where the port is picked, only if the settings say so, and not in the same second.
    /// </summary>
    internal bool GivesWayTo(TcpSettings settings, bool isBound)
    {
        if (State != TcpState.TimeWait || !_timestamps)
        {
            return false;
        }

        bool allowed = settings.TimeWaitReuse == TimeWaitReuse.On
            || (settings.TimeWaitReuse == TimeWaitReuse.LoopbackOnly && (Local.Address.IsLoopback || Remote.Address.IsLoopback));
        return isBound || (allowed && _host.Now / TcpDefaults.Second > _tsRecentAt / TcpDefaults.Second);
    }
}
