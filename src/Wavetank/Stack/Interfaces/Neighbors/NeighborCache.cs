using Wavetank.Packets;
using Wavetank.Stack.Icmp;

namespace Wavetank.Stack.Interfaces.Neighbors;

/// <summary>
/// The other hosts on an interface's shared segment: their link-layer addresses, found by ARP (RFC 826) and by neighbor discovery
/// (RFC 4861). Routers and addresses are planned, so there are no router advertisements or redirects, and hosts do not look for
/// duplicates of their addresses before they use them; they answer who does (RFC 4862 §5.4).
/// </summary>
internal sealed class NeighborCache(NetworkStack stack, HostInterface owner, LinkEndpoint endpoint, MacAddress linkAddress)
{
    private NeighborTable? _ipv4;
    private NeighborTable? _ipv6;

    /// <summary>The interface's own link-layer address.</summary>
    public MacAddress LinkAddress => linkAddress;

    public HostInterface Owner => owner;

    /// <summary>Hosts that are known or asked for.</summary>
    public int Count => (_ipv4?.Count ?? 0) + (_ipv6?.Count ?? 0);

    public NetworkStack Stack => stack;

    public Neighbor? Find(Address address) =>
        (address.IsIPv4 ? _ipv4 : _ipv6) is { } table && table.TryFind(address, out Neighbor? neighbor) ? neighbor : null;

    /// <summary>Sends a packet to a host on the segment, and takes its ownership.</summary>
    public void Send(Packet packet, Address next)
    {
        if (Find(next) is { } known)
        {
            known.Send(packet);
        }
        else if (TryAdd(next) is { } added)
        {
            added.Send(packet);
            added.Solicit();
        }
        else
        {
            Drop(packet, DropReason.NeighborUnreachable);
        }
    }

    /// <summary>Sends a packet to a group or to all, and takes its ownership.</summary>
    public void SendToGroup(Packet packet) => Transmit(packet, MacAddress.OfGroup(packet.Destination));

    /// <summary>Sends a packet to a station, and takes its ownership.</summary>
    public void Transmit(Packet packet, MacAddress to)
    {
        packet.LinkSource = linkAddress;
        packet.LinkDestination = to;
        endpoint.Send(packet);
    }

    /// <summary>Looks at a packet that arrived. False if it ends here: it is for another station, or an ARP message.</summary>
    public bool Takes(Packet packet)
    {
        // What a station sent to all comes back to it from no switch; to look at the address costs nothing more.
        bool isForOther = packet.LinkDestination.IsGroup
            ? packet.Destination.IsMulticast && !owner.IsInGroup(packet.Destination)
            : packet.LinkDestination != linkAddress;
        if (isForOther)
        {
            Drop(packet, DropReason.FilteredByInterface);
            return false;
        }

        if (packet.IsArp)
        {
            AddressResolution.Receive(this, packet);
            return false;
        }

        return true;
    }

    /// <summary>A host told its link-layer address in an answer to a question of ours.</summary>
    public void OnAnswer(Address from, MacAddress at) => Find(from)?.Confirm(at);

    /// <summary>A host told its link-layer address otherwise.</summary>
    /// <param name="from">The host.</param>
    /// <param name="at">Its link-layer address.</param>
    /// <param name="isForUs">Whether it is about to talk to us, so that it is worth knowing.</param>
    public void OnHeard(Address from, MacAddress at, bool isForUs) => (Find(from) ?? (isForUs ? TryAdd(from) : null))?.Learn(at);

    /// <summary>Asks who has an address: all, or the one that is thought to have it.</summary>
    public void Solicit(Address address, MacAddress to)
    {
        if (address.IsIPv4)
        {
            AddressResolution.Ask(this, address, to);
        }
        else
        {
            NeighborDiscovery.Ask(this, address, to);
        }
    }

    /// <summary>Forgets all hosts, and the packets that wait for their addresses.</summary>
    public void Forget()
    {
        _ipv4?.Forget();
        _ipv6?.Forget();
        _ipv4 = _ipv6 = null;
    }

    /// <summary>Forgets a host that did not answer.</summary>
    public void Remove(Neighbor neighbor) => TableOf(neighbor.Address).Remove(neighbor);

    /// <summary>A packet's next hop did not answer: its sender is told.</summary>
    public void Refuse(Packet packet)
    {
        stack.Icmp.SendError(packet, IcmpErrors.HostUnreachable);
        Drop(packet, DropReason.NeighborUnreachable);
    }

    public void Drop(Packet packet, DropReason reason) => stack.Events.Drop(stack.Point, packet, reason);

    /// <summary>Null where the table is full of neighbors in use.</summary>
    private Neighbor? TryAdd(Address address)
    {
        NeighborTable table = TableOf(address);
        if (!table.MakeRoom())
        {
            return null;
        }

        var neighbor = new Neighbor(this, stack.Simulator, address);
        table.Add(neighbor);
        return neighbor;
    }

    private NeighborTable TableOf(Address address) =>
        address.IsIPv4 ? _ipv4 ??= new(stack) : _ipv6 ??= new(stack);
}
