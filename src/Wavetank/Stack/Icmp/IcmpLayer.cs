using Wavetank.Packets;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Interfaces.Neighbors;

namespace Wavetank.Stack.Icmp;

/// <summary>ICMP on one host, for both families (RFC 792, RFC 1122 §3.2.2, RFC 4443): answers echoes, sends errors, and brings errors to the socket they are about.</summary>
internal sealed partial class IcmpLayer(NetworkStack stack)
{
    private readonly List<IcmpEchoEndpoint> _echoEndpoints = [];
    private ushort _nextIdentifier = 1;

    /// <summary>An endpoint that sends echo requests and hears what comes back.</summary>
    public IcmpEchoEndpoint OpenEcho(IIcmpEchoUser user)
    {
        var endpoint = new IcmpEchoEndpoint(stack, _nextIdentifier++, user);
        _echoEndpoints.Add(endpoint);
        return endpoint;
    }

    /// <summary>Forgets who waits for replies.</summary>
    public void Forget() => _echoEndpoints.Clear();

    public void Close(IcmpEchoEndpoint endpoint) => _echoEndpoints.Remove(endpoint);

    /// <summary>Takes an ICMP packet for this host that arrived at an interface, and its ownership.</summary>
    public void Receive(Packet packet, HostInterface arrivedAt)
    {
        stack.Events.Raise(PacketEventKind.Delivered, stack.Point, packet);
        byte type = packet.Icmp.Type;
        if (type == IcmpEcho.Request(packet.Protocol))
        {
            Reply(packet);
        }
        else if (type == IcmpEcho.Reply(packet.Protocol))
        {
            Find(packet.Icmp.Identifier)?.User.OnReply(packet.Source, packet.Icmp.SequenceNumber, packet.TimeToLive, packet.Payload);
        }
        else if (packet.Protocol == IpProtocol.IcmpV6 && NeighborDiscovery.Is(type))
        {
            if (arrivedAt.Neighbors is { } neighbors)
            {
                NeighborDiscovery.Receive(neighbors, packet);
            }
        }
        else if (IcmpErrors.IsError(packet.Protocol, type) && IcmpQuote.TryParse(packet.Payload, out IcmpQuote quote))
        {
            Report(packet, in quote);
        }

        packet.Release();
    }

    private void Reply(Packet request)
    {
        Address source = request.Destination;
        if (!stack.Ip.IsLocal(source))
        {
            // RFC 1122 §3.2.2.6 leaves it to the host whether it answers what was sent to all; Linux does so for IPv6 alone.
            if (source.IsIPv4 || !stack.Ip.TrySelectSource(request.Source, out source, out _))
            {
                return;
            }
        }

        Packet reply = stack.Pool.Rent();
        reply.Source = source;
        reply.Destination = request.Source;
        reply.Protocol = request.Protocol;
        reply.TimeToLive = 0;
        reply.Icmp = request.Icmp;
        reply.Icmp.Type = IcmpEcho.Reply(request.Protocol);
        if (request.Block is { } block)
        {
            reply.Carry(block, request.PayloadOffset, request.PayloadLength);
        }

        stack.Ip.Send(reply);
    }

    private IcmpEchoEndpoint? Find(ushort identifier)
    {
        foreach (IcmpEchoEndpoint endpoint in _echoEndpoints)
        {
            if (endpoint.Identifier == identifier)
            {
                return endpoint;
            }
        }

        return null;
    }
}
