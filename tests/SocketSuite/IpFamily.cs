using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>The IP version that a test's sockets speak, and the sockets that tests begin with.</summary>
public sealed class IpFamily
{
    private IpFamily(AddressFamily family, IPAddress loopback, IPAddress any)
    {
        Family = family;
        Loopback = loopback;
        Any = any;
        AnyLoopbackPort = new IPEndPoint(loopback, 0);
        Closed = new IPEndPoint(loopback, 1);
    }

    public static IpFamily IPv4 { get; } = new(AddressFamily.InterNetwork, IPAddress.Loopback, IPAddress.Any);

    public static IpFamily IPv6 { get; } = new(AddressFamily.InterNetworkV6, IPAddress.IPv6Loopback, IPAddress.IPv6Any);

    public AddressFamily Family { get; }

    public IPAddress Loopback { get; }

    public IPAddress Any { get; }

    public IPEndPoint AnyLoopbackPort { get; }

    /// <summary>Nobody is there.</summary>
    public IPEndPoint Closed { get; }

    /// <summary>Bytes: the length field of UDP and of IPv4 counts headers, that of IPv6 does not (RFC 768, RFC 791 §3.1, RFC 8200 §3).</summary>
    public int LargestDatagram => IsIPv6 ? 65_535 - 8 : 65_535 - 20 - 8;

    /// <summary>An address kept for documentation, which no host has.</summary>
    public IPAddress Foreign => IPAddress.Parse(IsIPv6 ? "2001:db8::1" : "203.0.113.1");

    public bool IsIPv6 => Family == AddressFamily.InterNetworkV6;

    public Socket Tcp() => new(Family, SocketType.Stream, ProtocolType.Tcp);

    public Socket Udp() => new(Family, SocketType.Dgram, ProtocolType.Udp);

    public Socket BoundTcp()
    {
        Socket socket = Tcp();
        socket.Bind(AnyLoopbackPort);
        return socket;
    }

    public Socket BoundUdp()
    {
        Socket socket = Udp();
        socket.Bind(AnyLoopbackPort);
        return socket;
    }

    public Socket Listener(int backlog = 10)
    {
        Socket socket = BoundTcp();
        socket.Listen(backlog);
        return socket;
    }
}
