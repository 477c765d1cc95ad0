using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Observing;

/// <summary>
/// What must hold of every connection and every segment, whatever the network does. Cheap enough to be left on in every test;
/// it only looks, and a breach names the rule.
/// </summary>
/// <param name="monitor">Where breaches go; without one they are thrown.</param>
internal sealed class TcpInvariants(InvariantMonitor? monitor = null)
{
    /// <summary>Segments looked at.</summary>
    public long Checked { get; private set; }

    /// <summary>A segment is about to be sent.</summary>
    public void OnSend(TcpConnection connection, Packet packet)
    {
        Checked++;
        ref readonly TcpHeader segment = ref packet.Tcp;
        TcpFlags flags = segment.Flags;
        bool rst = (flags & TcpFlags.Rst) != 0;
        bool syn = (flags & TcpFlags.Syn) != 0;

        // RFC 9293 §3.1: in all segments but the first, ACK is always set.
        Require(rst || syn || (flags & TcpFlags.Ack) != 0, connection, "every segment behind the SYN has ACK");
        Require(!(syn && (flags & (TcpFlags.Fin | TcpFlags.Rst)) != 0), connection, "a SYN carries neither FIN nor RST");
        Require(!syn || segment.SequenceNumber == connection.Iss, connection, "a SYN has the initial sequence number");
        Require(packet.PayloadLength <= Math.Max(connection.SendMss, 1), connection, "no segment is larger than the MSS");
        uint end = segment.SequenceNumber + (uint)packet.PayloadLength;
        Require(SequenceNumber.AtOrBefore(end, connection.WriteSeq) || packet.PayloadLength == 0, connection, "only bytes that were written are sent");
        if (packet.PayloadLength > 0 && SequenceNumber.After(end, connection.Checked.SndNxt))
        {
            Require(SequenceNumber.AtOrBefore(end, connection.SndUna + connection.SndWnd), connection, "new data stays within the peer's window");
            Require((flags & TcpFlags.Fin) != 0 || connection.IsFlightWithinWindow, connection, "no more is in flight than the congestion window, but for a probe");
            connection.Checked.SndNxt = end;
        }
        else if (syn)
        {
            connection.Checked.SndNxt = connection.Iss;
        }

        Require((flags & TcpFlags.Fin) == 0 || end == connection.WriteSeq, connection, "FIN comes last");
        CheckRest(connection, packet);
        if (!rst && (flags & TcpFlags.Ack) != 0)
        {
            Require(segment.AcknowledgmentNumber == connection.RcvNxt, connection, "an acknowledgment says RCV.NXT");
            CheckWindowEdge(connection);
        }
    }

    /// <summary>A connection was touched.</summary>
    public void Check(TcpConnection connection)
    {
        if (connection.State == TcpState.Closed)
        {
            return;
        }

        Require(SequenceNumber.AtOrBefore(connection.SndUna, connection.SndNxt), connection, "SND.UNA <= SND.NXT");
        Require(connection.SackedOut >= 0 && connection.LostOut >= 0 && connection.RetransmittedOut >= 0, connection, "counts are not negative");
        Require(connection.SackedOut + connection.LostOut <= connection.SegmentsOut, connection, "no more is sacked and lost than was sent");
        Require(connection.Cwnd >= 1, connection, "cwnd >= 1");
        Require(
            !SequenceNumber.Before(connection.RcvNxt, connection.Checked.RcvNxt) || connection.Checked.RcvNxt == 0, connection, "RCV.NXT never decreases");
        connection.Checked.RcvNxt = connection.RcvNxt;
        CheckTimeouts(connection);
    }

    /// <summary>A segment was dealt with.</summary>
    /// <param name="layer">The host's TCP.</param>
    /// <param name="wasReset">Whether it was a RST.</param>
    /// <param name="resetsBefore">RSTs that the host had sent before.</param>
    /// <param name="local">Where it went.</param>
    public void OnReceived(TcpLayer layer, bool wasReset, long resetsBefore, TransportAddress local)
    {
        // RFC 9293, section 3.5.2: a RST never answers a RST.
        if (wasReset && layer.Statistics.ResetsSent != resetsBefore)
        {
            Break($"TCP {local}", "no RST answers a RST");
        }
    }

    /// <summary>With no data of the application only keep-alives move, and answers to what came; a window that a reader opened counts as one.</summary>
    private void CheckRest(TcpConnection connection, Packet packet)
    {
        TcpCheckedState state = connection.Checked;
        uint taken = connection.RcvNxt - (uint)connection.Available;
        bool isRead = taken != state.TakenThrough;
        long arrived = connection.Statistics.SegmentsReceived - state.SegmentsReceived;
        state.AnswersOwed = (int)Math.Min(TcpCheckedState.MostOwed, state.AnswersOwed + arrived + (isRead ? 1 : 0));
        state.SegmentsReceived = connection.Statistics.SegmentsReceived;
        state.TakenThrough = taken;
        ref readonly TcpHeader segment = ref packet.Tcp;
        if (!connection.IsAtRest || segment.SequenceNumber == connection.SndNxt - 1 || segment.Has(TcpFlags.Rst))
        {
            return;
        }

        Require(packet.PayloadLength == 0 && state.AnswersOwed > 0, connection, "with no application data only keep-alives and answers move");
        state.AnswersOwed--;
    }

    private void CheckTimeouts(TcpConnection connection)
    {
        TcpCheckedState state = connection.Checked;
        if (connection.Statistics.Timeouts == state.Timeouts)
        {
            return;
        }

        // RFC 6298 §5.5: each timeout without an acknowledgment of new data, selective or not, doubles the next.
        bool follows = state.Timeouts > 0 && state.TimeoutSndUna == connection.SndUna && state.TimeoutDelivered == connection.Delivered;
        long gap = connection.Now - state.TimeoutAt;
        Require(
            !follows || (gap >= state.Rto && connection.Rto >= state.Rto),
            connection,
            "gaps between retransmission timeouts do not shrink until new data is acknowledged");
        state.Timeouts = connection.Statistics.Timeouts;
        state.TimeoutAt = connection.Now;
        state.Rto = connection.Rto;
        state.TimeoutSndUna = connection.SndUna;
        state.TimeoutDelivered = connection.Delivered;
    }

    private void CheckWindowEdge(TcpConnection connection)
    {
        uint edge = connection.RcvNxt + connection.ReceiveWindow;
        if (connection.IsConnected)
        {
            Require(
                connection.Checked.WindowEdge == 0 || SequenceNumber.AtOrAfter(edge, connection.Checked.WindowEdge), connection, "the window's right edge never moves left");
            connection.Checked.WindowEdge = edge;
        }
    }

    private void Require(bool holds, TcpConnection connection, string rule)
    {
        if (!holds)
        {
            Break($"TCP {connection.Local} -> {connection.Remote} in {connection.State.ToRfcName()}", rule);
        }
    }

    private void Break(string where, string rule)
    {
        if (monitor is null)
        {
            throw new InvalidOperationException($"{where} breaks the rule: {rule}.");
        }

        monitor.Break(where, rule);
    }
}
