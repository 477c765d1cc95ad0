using Wavetank.Packets;
using Wavetank.Stack.Tcp.Receiving;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>The seventh and eighth checks of RFC 9293 §3.10.7.4: the segment's text and its FIN.</summary>
internal sealed partial class TcpConnection
{
    private DropReason TextArrives(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        uint sequence = segment.SequenceNumber;
        uint dataEnd = sequence + (uint)packet.PayloadLength;
        bool fin = segment.Has(TcpFlags.Fin);
        uint end = dataEnd + (fin ? 1u : 0);

        if (Is(ConnectionFlags.FinReceived))
        {
            // RFC 9293 §3.10.7.4: nothing should follow the FIN. What came before it came again.
            AnswerUnacceptable(packet);
            return DropReason.TcpUnacceptable;
        }

        if (SequenceNumber.AtOrBefore(end, RcvNxt))
        {
            // All of it is here already: our acknowledgment was lost, or the sender's timeout was needless.
            NoteDuplicate(sequence, end);
            AcknowledgeQuickly();
            return DropReason.TcpUnacceptable;
        }

        // As Linux does (RFC 9293 §3.6.1, SHLD-3): data that nobody can ever read resets the connection.
        if (Is(ConnectionFlags.Orphaned) && SequenceNumber.After(dataEnd, RcvNxt) && State is TcpState.FinWait1 or TcpState.FinWait2 or TcpState.Closing)
        {
            _host.Delivered(packet);

            // RFC 9293 §3.10.7.1: numbered as for a connection that is not there, which it is from here on.
            Statistics.ResetsSent++;
            _layer.AnswerWithReset(packet);
            Terminate(System.Net.Sockets.SocketError.Success);
            return DropReason.None;
        }

        uint edge = RcvNxt + ReceiveWindow;
        if (SequenceNumber.AtOrAfter(sequence, edge) && !(fin && sequence == edge && packet.PayloadLength == 0))
        {
            AcknowledgeQuickly();
            return DropReason.TcpUnacceptable;
        }

        // RFC 9293 §3.10.7.4, seventh: trimmed to the window at both ends.
        int skip = SequenceNumber.Before(sequence, RcvNxt) ? (int)(RcvNxt - sequence) : 0;
        int length = packet.PayloadLength - skip;
        if (SequenceNumber.After(dataEnd, edge))
        {
            length -= (int)(dataEnd - edge);
            fin = false;
        }

        _host.Delivered(packet);
        NoteEcn(packet);
        Statistics.BytesReceived += length;
        _layer.Statistics.BytesReceived += length;
        bool newFin = fin && !Is(ConnectionFlags.FinSeen);
        if (fin)
        {
            Set(ConnectionFlags.FinSeen);
            _peerFin = dataEnd;
        }

        if (SequenceNumber.After(sequence + (uint)skip, RcvNxt))
        {
            ArrivesOutOfOrder(packet, skip, length, fin ? 1u : 0, newFin);
        }
        else
        {
            ArrivesInOrder(packet, skip, length);
        }

        return DropReason.None;
    }

    private void ArrivesInOrder(Packet packet, int skip, int length)
    {
        if (skip > 0 && packet.PayloadLength > 0)
        {
            NoteDuplicate(packet.Tcp.SequenceNumber, packet.Tcp.SequenceNumber + (uint)skip);
        }

        if (length > 0)
        {
            RcvNxt += (uint)length;
            _receiveBuffer.Append(packet.Block!, packet.PayloadOffset + skip, length);
            MeasureReceiverRtt(packet.Tcp.Options.TimestampEcho, packet.Tcp.Options.HasTimestamps, length);
            Set(ConnectionFlags.TellReadable);
        }

        DataArrived(length, packet.Tcp.Has(TcpFlags.Psh));
        GrowWindow(length);
        if (_reassembly is { IsEmpty: false } reassembly)
        {
            // RFC 2883 §4.2 above: what was kept above the hole came again; as Linux, the first such range is told.
            if (_sackReport is not { IsDuplicateDue: true } && reassembly.TryFindBefore(RcvNxt, out SackBlock again))
            {
                NoteDuplicate(again.Left, again.Right);
            }

            // RFC 5681 §4.2: what fills a hole, in whole or in part, is acknowledged at once; RFC 9293 §3.10.7.4, MUST-59: with all behind it.
            RcvNxt = reassembly.MoveTo(ref _receiveBuffer, RcvNxt);
            _sackReport?.Trim(RcvNxt);
            Set(ConnectionFlags.AckNow);
        }

        if (Is(ConnectionFlags.FinSeen) && RcvNxt == _peerFin)
        {
            if (!packet.Tcp.Has(TcpFlags.Fin))
            {
                Set(ConnectionFlags.AckNow);
            }

            _sackReport?.Trim(RcvNxt);
            FinArrives();
        }
    }

    /// <summary>A segment above a hole. Its FIN is a number of the stream, and reported like a byte (RFC 2018 §3).</summary>
    private void ArrivesOutOfOrder(Packet packet, int skip, int length, uint fin, bool newFin)
    {
        // RFC 9293 §3.10.7.4, SHLD-31 and MAY-13: kept, and acknowledged at once.
        Statistics.OutOfOrderSegments++;
        AcknowledgeQuickly();
        DataArrived(length, packet.Tcp.Has(TcpFlags.Psh));
        uint sequence = packet.Tcp.SequenceNumber + (uint)skip;
        bool isNew = newFin;
        if (length > 0)
        {
            _reassembly ??= new Reassembly();
            isNew |= _reassembly.Add(packet.Block!, packet.PayloadOffset + skip, length, sequence);
            if (_sack)
            {
                // As Linux: without SACK the window stays, so that the acknowledgments are duplicates.
                GrowWindow(length);
            }
        }

        uint end = sequence + (uint)Math.Max(length, 0) + fin;
        if (isNew)
        {
            AddSackBlock(sequence, end);
        }
        else
        {
            NoteDuplicate(sequence, end);
        }
    }

    private bool FailsPaws(Packet packet)
    {
        ref readonly TcpOptions options = ref packet.Tcp.Options;
        if (!options.HasTimestamps || !SequenceNumber.Before(options.TimestampValue, _tsRecent))
        {
            return false;
        }

        // RFC 7323 §5.5: after a long silence the remembered timestamp says nothing.
        if (_host.Now - _tsRecentAt > TcpDefaults.TimestampLife)
        {
            return false;
        }

        // As Linux: a pure acknowledgment that was overtaken, within the time of a retransmission, is no danger.
        bool pure = packet.PayloadLength == 0 && (packet.Tcp.Flags & (TcpFlags.Fin | TcpFlags.Syn)) == 0
            && packet.Tcp.SequenceNumber == RcvNxt;
        return !(pure && packet.Tcp.AcknowledgmentNumber == SndUna
            && (int)(_tsRecent - options.TimestampValue) <= _rto / TcpDefaults.Millisecond);
    }

    private void RememberTimestamp(uint value)
    {
        _tsRecent = value;
        _tsRecentAt = _host.Now;
    }
}
