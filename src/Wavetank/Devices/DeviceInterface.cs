using Wavetank.Links;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Devices;

/// <summary>An interface of a device as the topology sees it: its addresses, its link, and who is at the other end.</summary>
/// <param name="owner">The device.</param>
/// <param name="item">The interface in its stack.</param>
/// <param name="link">The link that is plugged in.</param>
internal sealed class DeviceInterface(IpDevice owner, HostInterface item, Link link)
{
    public IpDevice Owner { get; } = owner;

    public HostInterface Interface { get; } = item;

    public Link Link { get; } = link;

    /// <summary>The addresses that the plan gave it: the first that the interface got.</summary>
    public LinkAddresses Addresses
    {
        get
        {
            (InterfaceAddress ipv4, InterfaceAddress ipv6) = (Interface.Addresses[0], Interface.Addresses[1]);
            return new LinkAddresses(ipv4.Address, ipv4.PrefixLength, ipv6.Address, ipv6.PrefixLength);
        }
    }

    /// <summary>What it costs routes to leave by this interface.</summary>
    public int Cost { get; set; } = 1;

    /// <summary>The device at the other end; null where that is a switch.</summary>
    public IpDevice? Peer { get; init; }

    /// <summary>The segment that the interface is on; null where no switch is at the other end.</summary>
    public Segment? Segment { get; set; }
}
