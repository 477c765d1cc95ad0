using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Ip;

namespace Wavetank.Stack.Udp;

internal sealed partial class UdpEndpoint
{
    /// <summary>The largest payload of a UDP datagram over IPv4, whose length counts the IP header.</summary>
    public const int MaximumPayload = ushort.MaxValue - Packet.IPv4HeaderLength - UdpHeader.Length;

    /// <summary>The largest payload of a UDP datagram over IPv6.</summary>
    public const int MaximumPayloadV6 = ushort.MaxValue - UdpHeader.Length;

    // The way to the host that was sent to last: most send to the same one again, and finding it, and whether it is one host, costs.
    private UdpPath _path;

    /// <summary>Time to live of what it sends to one host; 0 means the host's default.</summary>
    public byte TimeToLive { get; set; }

    public bool DontFragment { get; set; }

    /// <summary>Time to live of what it sends to groups; 0 keeps it on the host. Default 1 (RFC 1112 §6.1).</summary>
    public byte MulticastTimeToLive { get; set; } = 1;

    /// <summary>Whether the host itself hears what it sends to groups that it is in. Default true (RFC 1112 §6.1).</summary>
    public bool MulticastLoopback { get; set; } = true;

    /// <summary>The interface by which multicasts leave; null leaves it to the host.</summary>
    public HostInterface? MulticastInterface { get; set; }

    /// <summary>Sends a datagram.</summary>
    /// <returns>
    /// Success; MessageSize if it is too long; NetworkUnreachable if there is no way; InvalidArgument if it would leave the host with a
    /// loopback address.
    /// </returns>
    public SocketError Send(ReadOnlySpan<byte> payload, TransportAddress destination)
    {
        bool ipv4 = destination.Address.IsIPv4;
        if (payload.Length > (ipv4 ? MaximumPayload : MaximumPayloadV6))
        {
            return SocketError.MessageSize;
        }

        if (HasPathTo(destination.Address))
        {
            return SendByPath(payload, destination);
        }

        // A group's interface: the chosen one, or that of the route.
        HostInterface? way = destination.Address.IsMulticast && MulticastInterface is { } chosen
            ? chosen
            : stack.Ip.FindGroupInterface(destination.Address);
        if (!TrySelectSource(destination.Address, way, out Address source, out int mtu))
        {
            return SocketError.NetworkUnreachable;
        }

        if (source.IsLoopback && !(way is null ? stack.Ip.IsLocal(destination.Address) : way == stack.Loopback))
        {
            return SocketError.InvalidArgument;
        }

        if (way is null && stack.Ip.Routes.Find(destination.Address) is { } hop)
        {
            _path = new UdpPath(destination.Address, source, hop, stack.Ip.Routes.Version);
            return SendByPath(payload, destination);
        }

        if (!TryMake(payload, destination, source, mtu, out Packet? packet))
        {
            return SocketError.MessageSize;
        }

        if (way is null)
        {
            packet.TimeToLive = TimeToLive;
            stack.Ip.Send(packet);
        }
        else
        {
            // RFC 1112 §6.1: a multicast stays on the link unless the sender asks for more.
            packet.TimeToLive = destination.Address.IsMulticast ? MulticastTimeToLive : TimeToLive == 0 ? IpLayer.DefaultTimeToLive : TimeToLive;
            stack.Ip.SendToGroup(packet, way, !destination.Address.IsMulticast || MulticastLoopback);
        }

        return SocketError.Success;
    }

    /// <summary>Whether an address is known to be that of one other host, and the way to it.</summary>
    public bool HasPathTo(Address address) =>
        _path.Hop is not null && _path.Destination == address && _path.Version == stack.Ip.Routes.Version;

    private SocketError SendByPath(ReadOnlySpan<byte> payload, TransportAddress destination)
    {
        NextHop hop = _path.Hop!;
        if (!TryMake(payload, destination, _path.Source, stack.Ip.PathMtu(destination.Address, hop), out Packet? packet))
        {
            return SocketError.MessageSize;
        }

        packet.TimeToLive = TimeToLive;
        stack.Ip.Send(packet, hop);
        return SocketError.Success;
    }

    /// <summary>Makes the packet. False if it may not be fragmented and is too long.</summary>
    private bool TryMake(ReadOnlySpan<byte> payload, TransportAddress destination, Address source, int mtu, [NotNullWhen(true)] out Packet? packet)
    {
        packet = null;
        int length = (destination.Address.IsIPv4 ? Packet.IPv4HeaderLength : Packet.IPv6HeaderLength) + UdpHeader.Length + payload.Length;
        if (DontFragment && length > mtu)
        {
            return false;
        }

        packet = stack.Pool.Rent();
        packet.Source = source;
        packet.Destination = destination.Address;
        packet.Protocol = IpProtocol.Udp;

        // As Linux with path MTU discovery on: a datagram that fits is not to be fragmented, one that does not may be.
        packet.DontFragment = DontFragment || length <= mtu;
        packet.Udp.SourcePort = Binding.Port;
        packet.Udp.DestinationPort = destination.Port;
        packet.CarryCopy(payload);
        stack.Events.Digest.AddBytes(payload);
        return true;
    }

    private bool TrySelectSource(Address destination, HostInterface? way, out Address source, out int mtu)
    {
        if (way is not null)
        {
            mtu = way.MtuFor(destination.IsIPv4);
            if (!way.TryGetAddress(destination.IsIPv4, out source))
            {
                return false;
            }
        }
        else if (!stack.Ip.TrySelectSource(destination, out source, out mtu))
        {
            return false;
        }

        // An endpoint bound to a group's address, as receivers of a group are, sends from its own.
        if (!Local.Address.IsAny && !stack.Ip.IsGroup(Local.Address))
        {
            source = Local.Address;
        }

        return true;
    }
}
