using Wavetank.Packets;
using Wavetank.Stack.Icmp;

namespace Wavetank.Stack.Interfaces.Neighbors;

/// <summary>
/// The other hosts on an interface's shared segment: their link-layer addresses, found by ARP (RFC 826) and by neighbor discovery
/// (RFC 4861). Routers and addresses are planned, so there are no advertisements, redirects or duplicate address detection.
/// </summary>
internal sealed class NeighborCache(NetworkStack stack, HostInterface owner, LinkEndpoint endpoint, MacAddress linkAddress)
{
    // A sender to a whole block of absent hosts takes bounded memory (Linux: gc_thresh3).
    private const int MostUnresolved = 1024;

    private readonly Dictionary<Address, Neighbor> _neighbors = [];
    private int _unresolved;

    /// <summary>The interface's own link-layer address.</summary>
    public MacAddress LinkAddress => linkAddress;

    public HostInterface Owner => owner;

    /// <summary>Hosts that are known or asked for.</summary>
    public int Count => _neighbors.Count;

    public NetworkStack Stack => stack;

    public Neighbor? Find(Address address) => _neighbors.GetValueOrDefault(address);

    /// <summary>Sends a packet to a host on the segment, and takes its ownership.</summary>
    public void Send(Packet packet, Address next)
    {
        if (_neighbors.TryGetValue(next, out Neighbor? neighbor))
        {
            neighbor.Send(packet);
        }
        else if (_unresolved == MostUnresolved)
        {
            Drop(packet, DropReason.NeighborUnreachable);
        }
        else
        {
            _unresolved++;
            neighbor = Add(next);
            neighbor.Send(packet);
            neighbor.Solicit();
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
    public void OnAnswer(Address from, MacAddress at)
    {
        if (_neighbors.TryGetValue(from, out Neighbor? neighbor))
        {
            CountResolved(neighbor);
            neighbor.Confirm(at);
        }
    }

    /// <summary>A host told its link-layer address otherwise.</summary>
    /// <param name="from">The host.</param>
    /// <param name="at">Its link-layer address.</param>
    /// <param name="isForUs">Whether it is about to talk to us, so that it is worth knowing.</param>
    public void OnHeard(Address from, MacAddress at, bool isForUs)
    {
        if (!_neighbors.TryGetValue(from, out Neighbor? neighbor))
        {
            if (!isForUs)
            {
                return;
            }

            neighbor = Add(from);
        }
        else
        {
            CountResolved(neighbor);
        }

        neighbor.Learn(at);
    }

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
        foreach (Neighbor neighbor in _neighbors.Values)
        {
            neighbor.Forget();
        }

        _neighbors.Clear();
        _unresolved = 0;
    }

    /// <summary>Forgets a host that did not answer.</summary>
    public void Remove(Neighbor neighbor)
    {
        CountResolved(neighbor);
        _neighbors.Remove(neighbor.Address);
    }

    /// <summary>A packet's next hop did not answer: its sender is told.</summary>
    public void Refuse(Packet packet)
    {
        stack.Icmp.SendError(packet, IcmpErrors.HostUnreachable);
        Drop(packet, DropReason.NeighborUnreachable);
    }

    public void Drop(Packet packet, DropReason reason) => stack.Events.Drop(stack.Point, packet, reason);

    private Neighbor Add(Address address)
    {
        var neighbor = new Neighbor(this, stack.Simulator, address);
        _neighbors.Add(address, neighbor);
        return neighbor;
    }

    private void CountResolved(Neighbor neighbor)
    {
        if (neighbor.State == NeighborState.Incomplete)
        {
            _unresolved--;
        }
    }
}
