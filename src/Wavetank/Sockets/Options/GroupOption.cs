using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Sockets.Transports;
using Wavetank.Stack;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Sockets.Options;

/// <summary>Options about multicast that name a group or an interface, with the answers of Linux.</summary>
internal static class GroupOption
{
    /// <summary>Whether the option joins or leaves a group; its value is then an object.</summary>
    public static bool IsMembership(SocketOptionLevel level, SocketOptionName name) =>
        level is SocketOptionLevel.IP or SocketOptionLevel.IPv6 && name is SocketOptionName.AddMembership or SocketOptionName.DropMembership;

    /// <summary>Whether the option says which senders to a group are heard; its value is then three addresses.</summary>
    public static bool IsSource(SocketOptionLevel level, SocketOptionName name) => level == SocketOptionLevel.IP
        && name is SocketOptionName.AddSourceMembership or SocketOptionName.DropSourceMembership or SocketOptionName.BlockSource or SocketOptionName.UnblockSource;

    /// <summary>The group and interface that the option's object names; null if it is not of the kind that the level takes.</summary>
    public static (Address Group, HostInterface? Interface, bool IsChosen)? Read(NetworkStack stack, SocketOptionLevel level, object value) =>
        (level, value) switch
        {
            (SocketOptionLevel.IP, MulticastOption option) => Read(stack, option),
            (SocketOptionLevel.IPv6, IPv6MulticastOption option) => Read(stack, option.Group, (int)option.InterfaceIndex),
            _ => null,
        };

    /// <summary>What Linux, or the platform on it, says of a membership whose value is a number: no group is one.</summary>
    public static SocketError WithoutGroup(Transport transport, SocketOptionLevel level) =>
        level == SocketOptionLevel.IPv6 ? SocketError.OperationNotSupported
        : transport is DatagramTransport ? SocketError.InvalidArgument
        : SocketError.SocketError;

    /// <summary>Joins or leaves.</summary>
    public static SocketError Change(Transport transport, bool join, Address group, HostInterface? where, bool isChosen)
    {
        if (!group.IsMulticast)
        {
            return SocketError.InvalidArgument;
        }

        // Linux has memberships on datagrams alone (EPROTO), and says ENODEV where the interface is not there; the platform has no word for either.
        if (transport is not DatagramTransport datagrams || (where is null && (join || !isChosen)))
        {
            return SocketError.SocketError;
        }

        return where is null ? SocketError.AddressNotAvailable
            : join ? datagrams.Memberships.Join(group, where)
            : datagrams.Memberships.Leave(group, where);
    }

    /// <summary>Sets the interface of IPv4 multicasts: an address, or a number in network order, which begins with a zero byte.</summary>
    public static SocketError SetInterface(Transport transport, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        int index = bytes[0] == 0 ? BinaryPrimitives.ReadInt32BigEndian(bytes) : 0;
        HostInterface? found = index > 0 ? transport.Stack.FindInterface(index)
            : value == 0 ? null
            : transport.Stack.FindInterface(Address.FromIPAddress(new IPAddress(bytes)));
        if (transport is not DatagramTransport)
        {
            return SocketError.InvalidArgument;
        }

        if (value != 0 && found is null)
        {
            return SocketError.AddressNotAvailable;
        }

        transport.Settings.MulticastInterface = found;
        transport.Settings.MulticastAddress = index > 0 ? 0 : value;
        transport.ApplySettings();
        return SocketError.Success;
    }

    /// <summary>Sets the interface of IPv6 multicasts by its number.</summary>
    public static SocketError SetInterfaceV6(Transport transport, int value)
    {
        HostInterface? found = transport.Stack.FindInterface(value);
        if (transport is not DatagramTransport)
        {
            return SocketError.ProtocolOption;
        }

        if (value != 0 && found is null)
        {
            return SocketError.SocketError;
        }

        transport.Settings.MulticastInterface = found;
        transport.ApplySettings();
        return SocketError.Success;
    }

    /// <summary>Sets the time to live of multicasts; -1 means the default.</summary>
    public static SocketError SetTimeToLive(Transport transport, int value, SocketError onStream)
    {
        if (transport is not DatagramTransport)
        {
            return onStream;
        }

        if (value is < -1 or > byte.MaxValue)
        {
            return SocketError.InvalidArgument;
        }

        transport.Settings.MulticastTimeToLive = value < 0 ? (byte)1 : (byte)value;
        transport.ApplySettings();
        return SocketError.Success;
    }

    private static (Address, HostInterface?, bool) Read(NetworkStack stack, MulticastOption option) =>
        option.LocalAddress is { } local && !local.Equals(IPAddress.Any)
            ? (Address.FromIPAddress(option.Group), stack.FindInterface(Address.FromIPAddress(local)), true)
            : Read(stack, option.Group, option.InterfaceIndex);

    private static (Address, HostInterface?, bool) Read(NetworkStack stack, IPAddress group, int index)
    {
        Address address = Address.FromIPAddress(group);
        return (address, index == 0 ? stack.Ip.FindGroupInterface(address) : stack.FindInterface(index), index != 0);
    }
}
