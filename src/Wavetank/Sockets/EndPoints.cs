using System.Net;
using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Sockets;

/// <summary>
/// Turns the platform's end points into the stack's addresses and back. The stack has one form for an IPv4 address; a socket of
/// family InterNetworkV6 shows it as <c>::ffff:a.b.c.d</c>.
/// </summary>
internal static class EndPoints
{
    /// <summary>The address of an end point that a program gives to a socket.</summary>
    /// <exception cref="ArgumentException">It is a host name, which the call does not resolve, or of no known kind.</exception>
    public static SocketError TryConvert(EndPoint remoteEP, AddressFamily family, bool dualMode, out TransportAddress address)
    {
        if (remoteEP is not IPEndPoint ip)
        {
            // The platform names this parameter so in every call that takes an end point, Bind's too.
            throw new ArgumentException(
                $"The end point '{remoteEP}' must be an IPEndPoint here. Resolve host names with Dns, or use Connect.", nameof(remoteEP));
        }

        address = TransportAddress.FromIPEndPoint(ip);
        return CanUse(ip.AddressFamily, family, dualMode) ? SocketError.Success : SocketError.AddressFamilyNotSupported;
    }

    /// <summary>Whether a socket of one family reaches addresses of another.</summary>
    public static bool CanUse(AddressFamily addressFamily, AddressFamily socketFamily, bool dualMode) =>
        addressFamily == socketFamily || (addressFamily == AddressFamily.InterNetwork && dualMode);

    /// <summary>The end point that a program sees.</summary>
    public static IPEndPoint ToEndPoint(TransportAddress address, AddressFamily family) =>
        new(ToIPAddress(address.Address, family), address.Port);

    /// <summary>The address that a program sees.</summary>
    public static IPAddress ToIPAddress(Address address, AddressFamily family)
    {
        if (family == AddressFamily.InterNetwork)
        {
            // The default of Address is the IPv6 one that means "none".
            return address.IsIPv4 ? address.ToIPAddress() : IPAddress.Any;
        }

        return address.IsIPv4 ? address.ToIPAddress().MapToIPv6() : address.ToIPAddress();
    }

    /// <summary>As Linux does: the unspecified address as a destination is the host itself.</summary>
    public static TransportAddress AsDestination(TransportAddress address) => !address.Address.IsAny
        ? address
        : new TransportAddress(address.Address.IsIPv4 ? Address.IPv4Loopback : Address.IPv6Loopback, address.Port);

    public static bool IsPort(int port) => port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort;

    public static void ThrowIfNotPort(int port, string name)
    {
        if (!IsPort(port))
        {
            throw new ArgumentOutOfRangeException(name, port, "A port lies between 0 and 65535.");
        }
    }
}
