using Wavetank.Packets;

namespace Wavetank.Devices.Flows;

/// <summary>What a device on the way remembers of one flow.</summary>
internal sealed class Flow(FlowKey key)
{
    private TcpFlags _fromInitiator;
    private TcpFlags _fromResponder;

    public FlowKey Key { get; } = key;

    /// <summary>When it is forgotten if nothing more is heard of it.</summary>
    public long ExpiresAt { get; private set; }

    /// <summary>Where a translator keeps the rest; null elsewhere.</summary>
    public Translation.NatMapping? Mapping { get; set; }

    /// <summary>Its place in the mapping's list.</summary>
    public int MappingIndex { get; set; }

    /// <summary>
    /// Whether SYNs went both ways and nothing ended it since. RFC 5382 §5: one that is only half open, or closed from both sides, or
    /// reset, is in a transitory phase.
    /// </summary>
    public bool IsEstablished =>
        (_fromInitiator & _fromResponder & TcpFlags.Syn) != 0
        && (_fromInitiator & _fromResponder & TcpFlags.Fin) == 0
        && ((_fromInitiator | _fromResponder) & TcpFlags.Rst) == 0;

    /// <summary>Takes note of one of its packets.</summary>
    public void See(Packet packet, bool isFromInitiator, long now, FlowTimeouts timeouts)
    {
        long timeout = packet.Protocol switch
        {
            IpProtocol.Tcp => SeeTcp(packet.Tcp.Flags, isFromInitiator) ? timeouts.TcpEstablished : timeouts.TcpTransitory,
            IpProtocol.Icmp or IpProtocol.IcmpV6 => timeouts.Icmp,
            _ => timeouts.Udp,
        };

        // RFC 4787 §4.3: what goes out refreshes it; what comes in does so here too, as in Linux.
        ExpiresAt = now + timeout;
    }

    private bool SeeTcp(TcpFlags flags, bool isFromInitiator)
    {
        bool opens = (flags & (TcpFlags.Syn | TcpFlags.Ack)) == TcpFlags.Syn;
        if (opens && ((_fromInitiator | _fromResponder) & (TcpFlags.Fin | TcpFlags.Rst)) != 0)
        {
            // The same ports again, for a new connection.
            _fromInitiator = _fromResponder = TcpFlags.None;
        }

        TcpFlags seen = flags & (TcpFlags.Syn | TcpFlags.Fin | TcpFlags.Rst);
        if (isFromInitiator)
        {
            _fromInitiator |= seen;
        }
        else
        {
            _fromResponder |= seen;
        }

        return IsEstablished;
    }
}
