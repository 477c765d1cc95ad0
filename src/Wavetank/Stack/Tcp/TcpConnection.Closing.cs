using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Stack.Tcp;

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

    /// <summary>RFC 9293 §3.10.7.4 for TIME-WAIT: whatever comes is acknowledged; a FIN starts the wait anew.</summary>
    private DropReason ArrivesInTimeWait(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;

        // RFC 1337 §3, fix F1: a RST does not cut the wait short.
        if (segment.Has(TcpFlags.Rst))
        {
            return DropReason.TcpUnacceptable;
        }

        bool old = _timestamps && segment.Options.HasTimestamps && SequenceNumber.Before(segment.Options.TimestampValue, _tsRecent);
        if (segment.Has(TcpFlags.Fin) && !old)
        {
            _idleAt = _host.Now + TcpDefaults.TimeWait;
        }

        if (packet.PayloadLength > 0 || segment.SequenceNumber != RcvNxt || segment.Has(TcpFlags.Fin) || segment.Has(TcpFlags.Syn))
        {
            if (_host.Now - _lastChallengeAt >= TcpDefaults.ChallengeInterval || segment.Has(TcpFlags.Fin))
            {
                _lastChallengeAt = _host.Now;
                SendAck();
            }
        }

        return DropReason.TcpUnacceptable;
    }

    /// <summary>
    /// RFC 9293 §3.6.1, MAY-2 and SHLD-4, with RFC 6191 §2: a SYN whose number, or whose timestamp, is later than all that the old connection
    /// saw may open a new one.
    /// </summary>
    internal bool TakesNewConnection(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        return (segment.Flags & (TcpFlags.Syn | TcpFlags.Ack | TcpFlags.Rst)) == TcpFlags.Syn
            && (SequenceNumber.After(segment.SequenceNumber, RcvNxt)
                || (_timestamps && segment.Options.HasTimestamps && SequenceNumber.After(segment.Options.TimestampValue, _tsRecent)));
    }

    /// <summary>An active open of the same pair of ends: a connection in TIME-WAIT gives way after a second, if it has timestamps (RFC 6191 §2).</summary>
    internal bool GiveWayToNewConnection()
    {
        if (State != TcpState.TimeWait || !_timestamps || _host.Now - _tsRecentAt < TcpDefaults.Second)
        {
            return false;
        }

        Terminate(SocketError.Success);
        return true;
    }
}
