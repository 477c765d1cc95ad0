using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Stack.Tcp;

internal sealed partial class TcpLayer
{
    /// <summary>Takes a segment, and its ownership, from the internet layer.</summary>
    public void Receive(Packet packet)
    {
        bool isReset = packet.Tcp.Has(TcpFlags.Rst);
        long resets = Statistics.ResetsSent;
        Statistics.SegmentsReceived++;
        var local = new TransportAddress(packet.Destination, packet.Tcp.DestinationPort);
        var remote = new TransportAddress(packet.Source, packet.Tcp.SourcePort);
        TcpConnection? connection = _connections.Find(in local, in remote);
        if (connection is { State: TcpState.TimeWait } old && old.TakesNewConnection(packet) && FindListener(in local) is { } next)
        {
            // RFC 9293 §3.6.1, MAY-2: a new SYN may take the place of a connection that only waits.
            uint successor = old.SuccessorSequence;
            old.Terminate(SocketError.Success);
            Finish(packet, next.SegmentArrives(packet, in local, in remote, successor));
        }
        else if (connection is not null)
        {
            Finish(packet, connection.SegmentArrives(packet));
            Invariants?.OnReceived(this, isReset, resets, local);
            Invariants?.Check(connection);
            Sampler?.Look(connection);
            connection.TellUser();
        }
        else if (FindListener(in local) is { } listener)
        {
            Finish(packet, listener.SegmentArrives(packet, in local, in remote));
            Invariants?.OnReceived(this, isReset, resets, local);
        }
        else
        {
            AnswerWithReset(packet);
            Invariants?.OnReceived(this, isReset, resets, local);
            Finish(packet, DropReason.PortUnreachable);
        }
    }

    /// <summary>Whether a segment with this sequence number may be under way (RFC 5927 §4.1).</summary>
    public bool IsInFlight(TransportAddress local, TransportAddress remote, uint sequence) =>
        _connections.Find(in local, in remote) is { } connection
        && SequenceNumber.IsBetween(sequence, connection.SndUna, connection.SndNxt);

    /// <summary>An ICMP error came for a segment of ours (RFC 9293 §3.9.2.2, MUST-54).</summary>
    /// <param name="local">Our end, as the returned header has it.</param>
    /// <param name="remote">The other end.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="error">What the error means to a socket.</param>
    /// <param name="hard">Whether trying again is held to be useless (RFC 1122 §4.2.3.9).</param>
    public void OnIcmpError(TransportAddress local, TransportAddress remote, uint sequence, SocketError error, bool hard)
    {
        if (_connections.Find(in local, in remote) is not { } connection)
        {
            return;
        }

        if (error == SocketError.MessageSize)
        {
            // "Fragmentation needed" (RFC 1191), "packet too big" (RFC 8201): the internet layer has learned the new path MTU.
            if (Host.TrySelectSource(remote.Address, out _, out int mtu))
            {
                connection.PathMtuShrinks(sequence, mtu);
            }

            return;
        }

        connection.IcmpErrorArrives(sequence, error, hard);
        connection.TellUser();
    }

    private TcpListenQueue? FindListener(in TransportAddress local)
    {
        TcpListenQueue? any = null;
        foreach (TcpListenQueue listener in _listeners)
        {
            if (listener.Local.Port != local.Port)
            {
                continue;
            }

            if (listener.Local.Address == local.Address)
            {
                return listener;
            }

            if (listener.TakesAny(local.Address))
            {
                any ??= listener;
            }
        }

        return any;
    }

    /// <summary>RFC 9293 §3.10.7.1: a segment for nobody is answered by a RST, unless it is one.</summary>
    internal void AnswerWithReset(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        if (segment.Has(TcpFlags.Rst))
        {
            return;
        }

        Packet reset = Host.Pool.Rent();
        reset.Source = packet.Destination;
        reset.Destination = packet.Source;
        reset.Protocol = IpProtocol.Tcp;
        reset.TimeToLive = 0;
        reset.DontFragment = true;
        reset.Tcp.SourcePort = segment.DestinationPort;
        reset.Tcp.DestinationPort = segment.SourcePort;
        if (segment.Has(TcpFlags.Ack))
        {
            reset.Tcp.SequenceNumber = segment.AcknowledgmentNumber;
            reset.Tcp.Flags = TcpFlags.Rst;
        }
        else
        {
            uint length = (uint)packet.PayloadLength + (segment.Has(TcpFlags.Syn) ? 1u : 0) + (segment.Has(TcpFlags.Fin) ? 1u : 0);
            reset.Tcp.AcknowledgmentNumber = segment.SequenceNumber + length;
            reset.Tcp.Flags = TcpFlags.Rst | TcpFlags.Ack;
        }

        Statistics.ResetsSent++;
        Statistics.SegmentsSent++;
        Host.Send(reset);
    }

    private void Finish(Packet packet, DropReason reason)
    {
        if (reason == DropReason.None)
        {
            packet.Release();
        }
        else
        {
            Host.Drop(packet, reason);
        }
    }
}
