using Wavetank.Packets;

namespace Wavetank.Stack.Tcp;

/// <summary>
/// What must hold of every connection and every segment, whatever the network does. Cheap enough to be left on in every test;
/// it only looks, and a breach is an exception that names the rule.
/// </summary>
internal sealed class TcpInvariants
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
        if (packet.PayloadLength > 0 && SequenceNumber.After(end, connection.CheckedSndNxt))
        {
            Require(SequenceNumber.AtOrBefore(end, connection.SndUna + connection.SndWnd), connection, "new data stays within the peer's window");
            connection.CheckedSndNxt = end;
        }
        else if (syn)
        {
            connection.CheckedSndNxt = connection.Iss;
        }

        Require((flags & TcpFlags.Fin) == 0 || end == connection.WriteSeq, connection, "FIN comes last");
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
            !SequenceNumber.Before(connection.RcvNxt, connection.CheckedRcvNxt) || connection.CheckedRcvNxt == 0, connection, "RCV.NXT never decreases");
        connection.CheckedRcvNxt = connection.RcvNxt;
    }

    private static void CheckWindowEdge(TcpConnection connection)
    {
        uint edge = connection.RcvNxt + connection.ReceiveWindow;
        if (connection.IsConnected)
        {
            Require(
                connection.CheckedEdge == 0 || SequenceNumber.AtOrAfter(edge, connection.CheckedEdge), connection, "the window's right edge never moves left");
            connection.CheckedEdge = edge;
        }
    }

    private static void Require(bool holds, TcpConnection connection, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"TCP {connection.Local} -> {connection.Remote} in {connection.State} breaks the rule: {rule}.");
        }
    }
}
