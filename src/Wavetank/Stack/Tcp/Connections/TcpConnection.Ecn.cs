using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>Explicit congestion notification (RFC 9293 §3.8.2, SHLD-8; RFC 3168; for DCTCP RFC 8257).</summary>
internal sealed partial class TcpConnection
{
    private const byte EcnMask = 0b11;
    private const byte EcnCapable = 0b10;
    private const byte EcnCongested = 0b11;

    private bool WantsEcn => Settings.Ecn != EcnMode.Off || CongestionControl.NeedsEcn;

    /// <summary>RFC 3168 §6.1.1: ECE and CWR in a SYN ask, ECE alone in its answer agrees. A SYN that is sent again does not ask (§6.1.1.1).</summary>
    private void AddEcnToSyn(Packet packet, bool answers)
    {
        if (answers)
        {
            packet.Tcp.Flags |= Is(ConnectionFlags.EcnNegotiated) ? TcpFlags.Ece : TcpFlags.None;
        }
        else if ((Settings.Ecn == EcnMode.Request || CongestionControl.NeedsEcn) && _retransmits == 0)
        {
            packet.Tcp.Flags |= TcpFlags.Ece | TcpFlags.Cwr;
            Set(ConnectionFlags.EcnRequested);
        }
        else
        {
            Reset(ConnectionFlags.EcnRequested);
        }
    }

    private void AcceptEcn(in TcpHeader syn)
    {
        if (WantsEcn && syn.Has(TcpFlags.Ece | TcpFlags.Cwr))
        {
            Set(ConnectionFlags.EcnNegotiated);
        }
    }

    private void ConfirmEcn(in TcpHeader synAck)
    {
        if (Is(ConnectionFlags.EcnRequested) && (synAck.Flags & (TcpFlags.Ece | TcpFlags.Cwr)) == TcpFlags.Ece)
        {
            Set(ConnectionFlags.EcnNegotiated);
        }
    }

    /// <summary>RFC 3168 §6.1.5: new data is ECN-capable; retransmissions are not, nor (§6.1.4) acknowledgments without data.</summary>
    private void MarkEcnCapable(Packet packet, bool retransmission)
    {
        if (!Is(ConnectionFlags.EcnNegotiated) || (retransmission && !CongestionControl.NeedsEcn))
        {
            return;
        }

        packet.TrafficClass = (byte)((packet.TrafficClass & ~EcnMask) | EcnCapable);

        // RFC 3168 §6.1.2: the first new data after a reduction tells the receiver of it.
        if (Is(ConnectionFlags.EcnCwrDue) && !retransmission)
        {
            packet.Tcp.Flags |= TcpFlags.Cwr;
            Reset(ConnectionFlags.EcnCwrDue);
        }
    }

    /// <summary>RFC 3168 §6.1.3: a mark is echoed in every acknowledgment until the sender says that it has reacted.</summary>
    private void NoteEcn(Packet packet)
    {
        if (!Is(ConnectionFlags.EcnNegotiated))
        {
            return;
        }

        if (packet.Tcp.Has(TcpFlags.Cwr) && !CongestionControl.NeedsEcn)
        {
            Reset(ConnectionFlags.EcnEchoDue);
        }

        bool marked = (packet.TrafficClass & EcnMask) == EcnCongested;
        if (CongestionControl.NeedsEcn)
        {
            NotePreciseEcn(marked);
        }
        else if (marked)
        {
            if (!Is(ConnectionFlags.EcnEchoDue))
            {
                EnterQuickAcks(2);
            }

            Set(ConnectionFlags.EcnEchoDue);
        }
    }

    /// <summary>RFC 8257 §3.2: each acknowledgment tells exactly of which kind the segments are that it is for.</summary>
    private void NotePreciseEcn(bool marked)
    {
        if (marked == Is(ConnectionFlags.EcnEchoDue))
        {
            return;
        }

        // The kind changes: what came before must be acknowledged with the old one.
        if (Is(ConnectionFlags.AckScheduled))
        {
            SendAck();
        }

        _flags = marked ? _flags | ConnectionFlags.EcnEchoDue : _flags & ~ConnectionFlags.EcnEchoDue;
        Set(ConnectionFlags.AckNow);
    }

    private void TakeEcnEcho(in TcpHeader segment, ref AckContext context)
    {
        if (Is(ConnectionFlags.EcnNegotiated) && (segment.Flags & (TcpFlags.Ece | TcpFlags.Syn)) == TcpFlags.Ece)
        {
            context.Facts |= AckFacts.EcnEcho;
        }
    }

    private void QueueCwr()
    {
        if (Is(ConnectionFlags.EcnNegotiated))
        {
            Set(ConnectionFlags.EcnCwrDue);
        }
    }

    private void WithdrawEcnReduction() => Reset(ConnectionFlags.EcnCwrDue);
}
