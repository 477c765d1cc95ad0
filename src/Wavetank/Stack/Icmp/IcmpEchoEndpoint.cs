using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Stack.Icmp;

/// <summary>Sends echo requests under one identifier (RFC 792, "Echo or Echo Reply Message").</summary>
internal sealed class IcmpEchoEndpoint(NetworkStack stack, ushort identifier, IIcmpEchoUser user)
{
    public ushort Identifier { get; } = identifier;

    public IIcmpEchoUser User { get; } = user;

    /// <summary>Sends a request. A time to live of 0 means the host's default.</summary>
    public SocketError Send(Address destination, ushort sequenceNumber, ReadOnlySpan<byte> payload, byte timeToLive, bool dontFragment)
    {
        if (!stack.Ip.TrySelectSource(destination, out Address source, out _))
        {
            return SocketError.NetworkUnreachable;
        }

        Packet packet = stack.Pool.Rent();
        packet.Source = source;
        packet.Destination = destination;
        packet.Protocol = destination.IsIPv4 ? IpProtocol.Icmp : IpProtocol.IcmpV6;
        packet.TimeToLive = timeToLive;
        packet.DontFragment = dontFragment;
        packet.Icmp.Type = IcmpEcho.Request(packet.Protocol);
        packet.Icmp.Identifier = Identifier;
        packet.Icmp.SequenceNumber = sequenceNumber;
        packet.CarryCopy(payload);
        stack.Events.Digest.AddBytes(payload);
        stack.Ip.Send(packet);
        return SocketError.Success;
    }

    public void Close() => stack.Icmp.Close(this);
}
