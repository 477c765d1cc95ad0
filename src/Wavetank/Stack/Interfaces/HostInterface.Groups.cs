using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Stack.Interfaces;

/// <summary>
/// Broadcast (RFC 919) and the groups that the interface is in (RFC 1112, RFC 4291 §2.7). Groups are not announced (no IGMP, no
/// MLD): segments carry every multicast to every host, and routers pass none on.
/// </summary>
internal sealed partial class HostInterface
{
    // RFC 4291 §2.7.1: ff02::1:ffXX:XXXX, with the last 24 bits of the address.
    private const ulong SolicitedHigh = 0xFF02_0000_0000_0000;
    private const ulong SolicitedLow = 0x0000_0001_FF00_0000;

    private Dictionary<Address, int>? _groups;
    private NextHop? _toGroups;

    /// <summary>The way to all who hear on the link.</summary>
    public NextHop ToGroups => _toGroups ??= new NextHop(this) { IsForGroups = true };

    /// <summary>The group in which the holder of an IPv6 address is looked for.</summary>
    public static Address SolicitedNodeOf(Address address) => new(SolicitedHigh, SolicitedLow | (address.Low & 0xFF_FFFF));

    /// <summary>Whether an address is a group as <see cref="SolicitedNodeOf"/> makes it.</summary>
    public static bool IsSolicitedNode(Address group) =>
        group.High == SolicitedHigh && (group.Low & ~0xFF_FFFFUL) == SolicitedLow;

    /// <summary>Whether the address means every host on the link: the limited broadcast, or that of one of the interface's blocks.</summary>
    public bool IsBroadcast(Address address)
    {
        if (!address.IsIPv4)
        {
            return false;
        }

        foreach (InterfaceAddress own in _addresses)
        {
            if (own.IsBroadcast(address))
            {
                return true;
            }
        }

        return address == Address.IPv4Broadcast;
    }

    /// <summary>Whether packets to this address, that arrive here, are for the host among others.</summary>
    public bool IsInGroup(Address address)
    {
        if (!address.IsMulticast)
        {
            return IsBroadcast(address);
        }

        // RFC 1112 §7.2, RFC 4291 §2.8: every host is in the group of all hosts.
        return address == Address.IPv4AllHosts || address == Address.IPv6AllHosts
            || (_groups is not null && _groups.ContainsKey(address)) || IsSolicited(address);
    }

    /// <summary>Joins a group once more.</summary>
    public void Join(Address group)
    {
        _groups ??= [];
        _groups[group] = _groups.GetValueOrDefault(group) + 1;
    }

    /// <summary>Takes back one <see cref="Join"/>.</summary>
    public void Leave(Address group)
    {
        if (_groups is not null && _groups.GetValueOrDefault(group) > 1)
        {
            _groups[group]--;
        }
        else
        {
            _groups?.Remove(group);
        }
    }

    /// <summary>Sends a packet to all who hear on the link, and takes its ownership.</summary>
    public void SendToGroup(Packet packet)
    {
        if (Neighbors is null)
        {
            _endpoint.Send(packet);
        }
        else
        {
            Neighbors.SendToGroup(packet);
        }
    }

    private bool IsSolicited(Address group)
    {
        if (group.High != SolicitedHigh)
        {
            return false;
        }

        foreach (InterfaceAddress own in _addresses)
        {
            if (!own.Address.IsIPv4 && SolicitedNodeOf(own.Address) == group)
            {
                return true;
            }
        }

        return false;
    }
}
