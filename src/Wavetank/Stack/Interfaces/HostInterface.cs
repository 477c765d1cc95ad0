using Wavetank.Packets;
using Wavetank.Stack.Interfaces.Neighbors;
using Wavetank.Stack.Ip;

namespace Wavetank.Stack.Interfaces;

/// <summary>A host's port to a link: its name, its addresses, and the MTU of what it is plugged into.</summary>
internal sealed partial class HostInterface : IPacketReceiver
{
    private static readonly InterfaceAddress[] LoopbackAddresses = [new(Address.IPv4Loopback, 8), new(Address.IPv6Loopback, 128)];

    private readonly NetworkStack _stack;
    private readonly LinkEndpoint _endpoint;

    // Nearly always one of each family, and a network may have very many hosts: the loopbacks of all share theirs.
    private InterfaceAddress[] _addresses = [];
    private NextHop? _direct;

    /// <param name="stack">The host.</param>
    /// <param name="index">Its number, from 1 on (RFC 3493 §4).</param>
    /// <param name="name">Such as <c>eth0</c>.</param>
    /// <param name="endpoint">What it is plugged into.</param>
    /// <param name="linkAddress">Its address on a shared segment; none where there are but two ends.</param>
    public HostInterface(NetworkStack stack, int index, string name, LinkEndpoint endpoint, MacAddress linkAddress = default)
    {
        _stack = stack;
        _endpoint = endpoint;
        Index = index;
        Name = name;
        Neighbors = linkAddress.IsNone ? null : new NeighborCache(stack, this, endpoint, linkAddress);
        endpoint.Attach(this);
    }

    public int Index { get; }

    public string Name { get; }

    public IReadOnlyList<InterfaceAddress> Addresses => _addresses;

    /// <summary>The way to those that are reached through the interface without a gateway.</summary>
    public NextHop Direct => _direct ??= new NextHop(this);

    /// <summary>Whether the network behind it is no longer reached through it: its link is down, and the device knows.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Who else is on the segment; null on a link between two interfaces, where no question is needed.</summary>
    public NeighborCache? Neighbors { get; }

    /// <summary>The largest packet of a family that may be sent.</summary>
    public int MtuFor(bool ipv4) =>
        // RFC 8200 §5: a link that carries less than 1280 bytes in one piece cuts IPv6 packets by means of its own, below IPv6.
        ipv4 ? _endpoint.Mtu : Math.Max(_endpoint.Mtu, Packet.IPv6MinimumLinkMtu);

    /// <summary>Gives the loopback interface its addresses, which the host knows without a table.</summary>
    public void AddLoopbackAddresses() => _addresses = LoopbackAddresses;

    public void AddAddress(Address address, int prefixLength)
    {
        _addresses = [.. _addresses, new InterfaceAddress(address, prefixLength)];
        _stack.Ip.AddLocalAddress(address);
        _stack.Ip.Routes.Add(new Prefix(address, prefixLength), Direct);
    }

    /// <summary>Forgets the other hosts on the segment, and the groups that it is in.</summary>
    public void Forget()
    {
        _groups?.Clear();
        Neighbors?.Forget();
    }

    /// <summary>Whether the address is one of the interface's.</summary>
    public bool Has(Address address)
    {
        foreach (InterfaceAddress candidate in _addresses)
        {
            if (candidate.Address == address)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The address of the family that packets leaving here carry, if there is one.</summary>
    public bool TryGetAddress(bool ipv4, out Address address)
    {
        foreach (InterfaceAddress candidate in _addresses)
        {
            if (candidate.Address.IsIPv4 == ipv4)
            {
                address = candidate.Address;
                return true;
            }
        }

        address = default;
        return false;
    }

    /// <summary>Sends a packet to a host on the link, and takes its ownership.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="next">The host: the packet's destination or a gateway.</param>
    public void Send(Packet packet, Address next)
    {
        if (Neighbors is null)
        {
            _endpoint.Send(packet);
        }
        else
        {
            Neighbors.Send(packet, next);
        }
    }

    /// <summary>Takes a packet that arrived, and its ownership.</summary>
    public void Receive(Packet packet)
    {
        if (_stack.IsDown)
        {
            _stack.Events.Drop(_stack.Point, packet, DropReason.HostDown);
        }
        else if (Neighbors is null || Neighbors.Takes(packet))
        {
            _stack.Ip.Receive(packet, this);
        }
    }
}
