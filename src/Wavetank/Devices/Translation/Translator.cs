using System.Net.Sockets;
using Wavetank.Devices.Flows;
using Wavetank.Packets;
using Wavetank.Stack.Icmp;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Translation;

/// <summary>Translates IPv4 packets on their way through a NAT: outward when they leave, inward when they arrive, so that routes are found by inside addresses.</summary>
internal sealed partial class Translator(Nat device, NatOptions options) : IForwardingHook
{
    private DeviceInterface? _outside;
    private NatTable? _table;

    /// <summary>The address outside.</summary>
    public Address External => Outside.Addresses.IPv4;

    public int FlowCount => _table?.FlowCount ?? 0;

    private DeviceInterface Outside => _outside ??= device.Interfaces.FirstOrDefault(item => item.Interface.Name == options.Outside)
        ?? throw new InvalidOperationException($"'{device.Name}' has no interface '{options.Outside}', which is to lead outside; plug a link in.");

    // Once all hosts have their addresses.
    private NatTable Table => _table ??= MakeTable();

    public void Forget() => _table?.Clear();

    public Packet? Arrive(Packet packet, HostInterface arrivedAt)
    {
        if (!packet.Source.IsIPv4 || packet.IsArp || device.Stack.Ip.IsGroup(packet.Destination) || packet.LinkDestination.IsGroup)
        {
            return packet;
        }

        // RFC 4787 §11: fragments are put together first, since only the first of them has ports.
        if (packet.IsFragment)
        {
            if (device.Stack.Ip.Reassemble(packet) is not { } whole)
            {
                return null;
            }

            packet = whole;
            packet.DontFragment = false;
            packet.Seal();
        }

        if (packet.Damage != DropReason.None)
        {
            return Drop(packet, packet.Damage);
        }

        if (arrivedAt == Outside.Interface)
        {
            return packet.Destination == External ? Inward(packet) : Drop(packet, DropReason.FilteredByNat);
        }

        return packet.Destination == External && packet.Protocol is IpProtocol.Tcp or IpProtocol.Udp ? TurnBack(packet) : packet;
    }

    public bool Leave(Packet packet, HostInterface arrivedAt, HostInterface leaving)
    {
        if (leaving != Outside.Interface || arrivedAt == leaving || !packet.Source.IsIPv4)
        {
            return true;
        }

        if (IsIcmpError(packet))
        {
            return TranslateErrorOutward(packet) || Drop(packet, DropReason.FilteredByNat) is not null;
        }

        return packet.Protocol is IpProtocol.Tcp or IpProtocol.Udp or IpProtocol.Icmp
            ? TranslateOutward(packet) || Drop(packet, DropReason.FlowTableFull) is not null
            : Drop(packet, DropReason.FilteredByNat) is not null;
    }

    public void SendOwn(Packet packet, HostInterface leaving)
    {
        // What the device says of a packet that it has translated inward already must say it in the sender's words.
        if (packet.Source.IsIPv4 && leaving == Outside.Interface && IsIcmpError(packet))
        {
            TranslateErrorOutward(packet);
        }
    }

    private static bool IsIcmpError(Packet packet) =>
        packet.Protocol == IpProtocol.Icmp && packet.HasTransportHeader && IcmpErrors.IsError(packet.Protocol, packet.Icmp.Type);

    private bool TranslateOutward(Packet packet)
    {
        var key = FlowKey.Of(packet);
        if (packet.Protocol == IpProtocol.Icmp)
        {
            // RFC 5508 §3.1: a query's identifier stands for its port inside; outside there is none.
            key = key with { Responder = new TransportAddress(packet.Destination, 0) };
        }

        if (Table.FindOrAddOutward(key) is not { } flow)
        {
            return false;
        }

        Table.See(flow, packet, isFromInside: true);
        packet.Source = External;
        SetSourcePort(packet, flow.Mapping!.Port);
        packet.Seal();
        return true;
    }

    /// <summary>A packet to the outside address: to whom it belongs inside, or the device itself, or nobody.</summary>
    private Packet? Inward(Packet packet)
    {
        if (IsIcmpError(packet))
        {
            return TranslateErrorInward(packet) ? packet : Drop(packet, DropReason.FilteredByNat);
        }

        var key = FlowKey.Of(packet);
        if (packet.Protocol == IpProtocol.Icmp)
        {
            key = key with { Initiator = new TransportAddress(packet.Source, 0) };
        }

        if (Table.Find(packet.Protocol, key.Responder.Port) is not { } mapping)
        {
            // Unlike RFC 5382 §4.3, a connection attempt that nobody awaits is never answered, as by most home routers.
            return packet.Protocol == IpProtocol.Icmp && packet.Icmp.Type == IcmpEcho.Request(packet.Protocol)
                ? packet
                : Drop(packet, DropReason.FilteredByNat);
        }

        Flow? flow = Table.FindFlow(mapping, key.Initiator);
        if (flow is null)
        {
            if (!Table.Takes(mapping, key.Initiator))
            {
                return Drop(packet, DropReason.FilteredByNat);
            }

            flow = Table.AddInward(mapping, key.Initiator);
            if (flow is null)
            {
                return Drop(packet, DropReason.FlowTableFull);
            }
        }

        Table.See(flow, packet, isFromInside: false);
        packet.Destination = mapping.Key.Inside.Address;
        SetDestinationPort(packet, mapping.Key.Inside.Port);
        packet.Seal();
        return packet;
    }

    /// <summary>RFC 4787 §6: from inside to the outside address; it then comes from the outside address and port too.</summary>
    private Packet? TurnBack(Packet packet)
    {
        if (!options.Hairpinning)
        {
            return Drop(packet, DropReason.FilteredByNat);
        }

        return TranslateOutward(packet) ? Inward(packet) : Drop(packet, DropReason.FlowTableFull);
    }

    private static void SetSourcePort(Packet packet, ushort port)
    {
        switch (packet.Protocol)
        {
            case IpProtocol.Tcp:
                packet.Tcp.SourcePort = port;
                break;
            case IpProtocol.Udp:
                packet.Udp.SourcePort = port;
                break;
            default:
                packet.Icmp.Identifier = port;
                break;
        }
    }

    private static void SetDestinationPort(Packet packet, ushort port)
    {
        switch (packet.Protocol)
        {
            case IpProtocol.Tcp:
                packet.Tcp.DestinationPort = port;
                break;
            case IpProtocol.Udp:
                packet.Udp.DestinationPort = port;
                break;
            default:
                packet.Icmp.Identifier = port;
                break;
        }
    }

    private Packet? Drop(Packet packet, DropReason reason)
    {
        device.Stack.Events.Drop(device.Stack.Point, packet, reason);
        return null;
    }

    private NatTable MakeTable()
    {
        var table = new NatTable(options, device.Network.Simulator, device.Network.Simulator.CreateRandomStream($"nat/{device.Name}/ports"));
        foreach (PortForward forward in options.Forwards)
        {
            IpDevice host = device.Network.FindDevice(forward.Host) as IpDevice
                ?? throw new InvalidOperationException($"'{device.Name}' forwards a port to '{forward.Host}', which has no address.");
            IpProtocol protocol = forward.Protocol == ProtocolType.Tcp ? IpProtocol.Tcp : IpProtocol.Udp;
            table.AddForward(protocol, (ushort)forward.Port, new TransportAddress(Address.FromIPAddress(host.Address), (ushort)forward.HostPort));
        }

        return table;
    }
}
