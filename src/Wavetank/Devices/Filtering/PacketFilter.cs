using Wavetank.Devices.Flows;
using Wavetank.Packets;
using Wavetank.Stack.Icmp;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Filtering;

/// <summary>Follows the flows through a firewall and asks the rules about those that begin.</summary>
internal sealed class PacketFilter(Firewall device, FirewallOptions options) : IForwardingHook
{
    private FlowTable? _flows;
    private CompiledRule[]? _rules;
    private HostInterface? _outside;

    public int FlowCount => _flows?.Count ?? 0;

    private FlowTable Flows => _flows ??= new FlowTable(device.Network.Simulator, options.Flows);

    // Once all devices have their addresses.
    private CompiledRule[] Rules => _rules ??= [.. options.Rules.Select(rule => new CompiledRule(device.Network, rule))];

    private HostInterface Outside => _outside ??= device.Interfaces.FirstOrDefault(item => item.Interface.Name == options.Outside)?.Interface
        ?? throw new InvalidOperationException($"'{device.Name}' has no interface '{options.Outside}', which is to lead outside; plug a link in.");

    public void Forget() => _flows = null;

    public Packet? Arrive(Packet packet, HostInterface arrivedAt)
    {
        // IPv4 fragments are judged as what they make; those of IPv6, which a router may not cut again, by what each of them says.
        if (!packet.IsFragment || !packet.Source.IsIPv4 || device.Stack.Ip.IsLocal(packet.Destination) || device.Stack.Ip.IsGroup(packet.Destination))
        {
            return packet;
        }

        Packet? whole = device.Stack.Ip.Reassemble(packet);
        if (whole is not null)
        {
            whole.DontFragment = false;
            whole.Seal();
        }

        return whole;
    }

    public bool Leave(Packet packet, HostInterface arrivedAt, HostInterface leaving)
    {
        if (packet.Damage != DropReason.None)
        {
            return Drop(packet, packet.Damage);
        }

        if (packet.HasTransportHeader && packet.Protocol is IpProtocol.Icmp or IpProtocol.IcmpV6 && IcmpErrors.IsError(packet.Protocol, packet.Icmp.Type))
        {
            return IsAboutKnown(packet) || Drop(packet, DropReason.FilteredByFirewall);
        }

        var key = FlowKey.Of(packet);
        if (!packet.IsFragment && TrySee(packet, in key))
        {
            return true;
        }

        // A segment of a connection that was never seen to begin.
        if (packet.HasTransportHeader && packet.Protocol == IpProtocol.Tcp && (packet.Tcp.Flags & (TcpFlags.Syn | TcpFlags.Ack | TcpFlags.Rst)) != TcpFlags.Syn)
        {
            return Drop(packet, DropReason.FilteredByFirewall);
        }

        FirewallAction action = Decide(in key, arrivedAt == Outside, leaving == Outside, packet.HasTransportHeader);
        return action == FirewallAction.Allow ? Admit(packet, in key) : Refuse(packet, action);
    }

    public void SendOwn(Packet packet, HostInterface leaving)
    {
    }

    private bool TrySee(Packet packet, in FlowKey key)
    {
        if (Flows.Find(in key) is { } outward)
        {
            outward.See(packet, isFromInitiator: true, Flows.Now, Flows.Timeouts);
            return true;
        }

        if (Flows.Find(key.Reverse()) is not { } answered)
        {
            return false;
        }

        answered.See(packet, isFromInitiator: false, Flows.Now, Flows.Timeouts);
        return true;
    }

    private FirewallAction Decide(in FlowKey key, bool isInward, bool isOutward, bool knowsPorts)
    {
        foreach (CompiledRule rule in Rules)
        {
            if (rule.Matches(in key, isInward, isOutward, knowsPorts))
            {
                return rule.Action;
            }
        }

        return options.Default;
    }

    private bool Admit(Packet packet, in FlowKey key)
    {
        if (packet.IsFragment)
        {
            return true;
        }

        if (Flows.TryAdd(in key) is not { } flow)
        {
            return Drop(packet, DropReason.FlowTableFull);
        }

        flow.See(packet, isFromInitiator: true, Flows.Now, Flows.Timeouts);
        return true;
    }

    private bool Refuse(Packet packet, FirewallAction action)
    {
        if (action == FirewallAction.Reject)
        {
            if (packet.HasTransportHeader && packet.Protocol == IpProtocol.Tcp)
            {
                device.Stack.Tcp.AnswerWithReset(packet);
            }
            else
            {
                // RFC 1812 §5.2.7, RFC 4443 §3: "communication administratively prohibited".
                device.Stack.Icmp.SendError(packet, IcmpErrors.AdministrativelyProhibited);
            }
        }

        return Drop(packet, DropReason.FilteredByFirewall);
    }

    private bool IsAboutKnown(Packet error)
    {
        if (!IcmpQuote.TryParse(error.Payload, out IcmpQuote quote))
        {
            return false;
        }

        // An echo's identifier stands in the second word of the quoted header.
        bool isEcho = quote.Protocol is IpProtocol.Icmp or IpProtocol.IcmpV6;
        ushort identifier = (ushort)(quote.SequenceNumber >> 16);
        var key = new FlowKey(
            quote.Protocol,
            isEcho ? new TransportAddress(quote.Local.Address, identifier) : quote.Local,
            isEcho ? new TransportAddress(quote.Remote.Address, identifier) : quote.Remote);
        return Flows.Find(in key) is not null || Flows.Find(key.Reverse()) is not null;
    }

    private bool Drop(Packet packet, DropReason reason)
    {
        device.Stack.Events.Drop(device.Stack.Point, packet, reason);
        return false;
    }
}
