using System.Net;
using System.Net.Sockets;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Devices;

/// <summary>A device with a TCP/IP stack: its interfaces have addresses, and its name resolves to them.</summary>
public abstract partial class IpDevice : Device
{
    private readonly List<DeviceInterface> _interfaces = new(1);

    private protected IpDevice(Network network, string name, int index, bool isForwarding)
        : base(network, name, index)
    {
        Stack = new NetworkStack(name, network.Simulator, network.Pool, network.Events, network.Names)
        {
            EndedConnections = network.EndedConnections,
            Observers = network.TcpObservers,
        };
        Stack.Ip.IsForwarding = isForwarding;
    }

    /// <summary>The IPv4 address that the device's name resolves to: that of its first interface, or the loopback's while no link is plugged in.</summary>
    public IPAddress Address => (_interfaces.Count == 0 ? Packets.Address.IPv4Loopback : _interfaces[0].Addresses.IPv4).ToIPAddress();

    /// <summary>All addresses of the interfaces that links are plugged into, <c>eth0</c> first; IPv4 and IPv6.</summary>
    public IReadOnlyList<IPAddress> Addresses =>
        [.. _interfaces.SelectMany(item => item.Interface.Addresses).Select(own => own.Address.ToIPAddress())];

    /// <summary>The interfaces that links are plugged into, <c>eth0</c> first.</summary>
    internal IReadOnlyList<DeviceInterface> Interfaces => _interfaces;

    /// <summary>Whether an address is one of its own; asked for each packet, so it makes no list.</summary>
    internal bool HasAddress(Address address)
    {
        foreach (DeviceInterface item in _interfaces)
        {
            foreach (InterfaceAddress own in item.Interface.Addresses)
            {
                if (own.Address == address)
                {
                    return true;
                }
            }
        }

        return false;
    }

    internal NetworkStack Stack { get; }

    /// <summary>Whether it passes on packets of others.</summary>
    internal bool IsForwarding => Stack.Ip.IsForwarding;

    /// <summary>Whether it has addresses beside those that links gave it.</summary>
    internal bool HasFurtherAddresses { get; private set; }

    internal override string NextInterfaceName => _interfaces.Count == 0 ? "eth0" : $"eth{_interfaces.Count}";

    /// <summary>
    /// Gives an interface one more address. The network finds the way to it, and the device's name resolves to it after the
    /// addresses it has already.
    /// </summary>
    /// <param name="address">An IPv4 or IPv6 address of one host, not link-local, that no device has yet.</param>
    /// <param name="prefixLength">The bits that all addresses on the same link share with it, up to 32 or 128: what is in this block is sent to the link.</param>
    /// <param name="interfaceName">The interface, such as <c>eth0</c>, the default.</param>
    /// <exception cref="ArgumentException">The address cannot be one host's, or is taken, or there is no such interface.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The prefix length does not fit the family.</exception>
    public void AddAddress(IPAddress address, int prefixLength, string interfaceName = "eth0")
    {
        ArgumentNullException.ThrowIfNull(address);
        Address added = Packets.Address.FromIPAddress(address);
        if (added.IsAny || added.IsLoopback || added.IsMulticast || added == Packets.Address.IPv4Broadcast || address.IsIPv6LinkLocal)
        {
            throw new ArgumentException($"{address} is not an address that a host can have on a link.", nameof(address));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        if (Network.Names.FindName(added) is { } owner)
        {
            throw new ArgumentException($"{address} is an address of '{owner}' already.", nameof(address));
        }

        DeviceInterface item = _interfaces.Find(candidate => candidate.Interface.Name == interfaceName)
            ?? throw new ArgumentException(
                $"'{Name}' has no interface '{interfaceName}'. It has: {string.Join(", ", _interfaces.Select(candidate => candidate.Interface.Name))}.",
                nameof(interfaceName));
        item.Interface.AddAddress(added, prefixLength);
        Network.Names.Add(Name, added);
        HasFurtherAddresses = true;
        Network.RoutesChanged();
    }

    /// <summary>Plugs a link in.</summary>
    /// <param name="link">The link.</param>
    /// <param name="end">The end of it.</param>
    /// <param name="addresses">What the interface gets.</param>
    /// <param name="peer">The device at the other end; null where that is a switch.</param>
    /// <param name="linkAddress">The interface's address on a shared segment; none where a device is at the other end.</param>
    internal DeviceInterface Plug(Link link, LinkEndpoint end, LinkAddresses addresses, IpDevice? peer, MacAddress linkAddress = default)
    {
        HostInterface item = Stack.AddInterface(NextInterfaceName, end, linkAddress);
        item.AddAddress(addresses.IPv4, addresses.PrefixLength);
        item.AddAddress(addresses.IPv6, addresses.PrefixLengthV6);
        var plugged = new DeviceInterface(this, item, link) { Peer = peer };
        _interfaces.Add(plugged);
        Network.Names.Add(Name, addresses.IPv4);
        Network.Names.Add(Name, addresses.IPv6);
        return plugged;
    }
}
