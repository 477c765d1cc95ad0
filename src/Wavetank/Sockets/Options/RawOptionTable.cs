using System.Net.Sockets;

namespace Wavetank.Sockets.Options;

/// <summary>Linux's numbers of options (asm-generic/socket.h, linux/tcp.h, linux/in.h, linux/in6.h), and the platform's names for the same.</summary>
internal static class RawOptionTable
{
    public const int LevelIP = 0;
    public const int LevelSocket = 1;
    public const int LevelTcp = 6;
    public const int LevelIPv6 = 41;
    public const int TcpCongestion = 13;
    public const int TcpUserTimeout = 18;

    private static readonly (int Level, int Name, SocketOptionLevel KnownLevel, SocketOptionName KnownName)[] Rows =
    [
        (LevelSocket, 1, SocketOptionLevel.Socket, SocketOptionName.Debug),
        (LevelSocket, 2, SocketOptionLevel.Socket, SocketOptionName.ReuseAddress),
        (LevelSocket, 3, SocketOptionLevel.Socket, SocketOptionName.Type),
        (LevelSocket, 5, SocketOptionLevel.Socket, SocketOptionName.DontRoute),
        (LevelSocket, 6, SocketOptionLevel.Socket, SocketOptionName.Broadcast),
        (LevelSocket, 7, SocketOptionLevel.Socket, SocketOptionName.SendBuffer),
        (LevelSocket, 8, SocketOptionLevel.Socket, SocketOptionName.ReceiveBuffer),
        (LevelSocket, 9, SocketOptionLevel.Socket, SocketOptionName.KeepAlive),
        (LevelSocket, 10, SocketOptionLevel.Socket, SocketOptionName.OutOfBandInline),
        (LevelSocket, 18, SocketOptionLevel.Socket, SocketOptionName.ReceiveLowWater),
        (LevelSocket, 19, SocketOptionLevel.Socket, SocketOptionName.SendLowWater),
        (LevelSocket, 30, SocketOptionLevel.Socket, SocketOptionName.AcceptConnection),
        (LevelIP, 1, SocketOptionLevel.IP, SocketOptionName.TypeOfService),
        (LevelIP, 2, SocketOptionLevel.IP, SocketOptionName.IpTimeToLive),
        (LevelIP, 8, SocketOptionLevel.IP, SocketOptionName.PacketInformation),
        (LevelIP, 33, SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive),
        (LevelIP, 34, SocketOptionLevel.IP, SocketOptionName.MulticastLoopback),
        (LevelIPv6, 16, SocketOptionLevel.IPv6, SocketOptionName.IpTimeToLive),
        (LevelIPv6, 18, SocketOptionLevel.IPv6, SocketOptionName.MulticastTimeToLive),
        (LevelIPv6, 19, SocketOptionLevel.IPv6, SocketOptionName.MulticastLoopback),
        (LevelIPv6, 26, SocketOptionLevel.IPv6, SocketOptionName.IPv6Only),
        (LevelTcp, 1, SocketOptionLevel.Tcp, SocketOptionName.NoDelay),
        (LevelTcp, 4, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime),
        (LevelTcp, 5, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval),
        (LevelTcp, 6, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount),
        (LevelTcp, 23, SocketOptionLevel.Tcp, SocketOptionName.FastOpen),
    ];

    /// <summary>The platform's names of an option that it knows too.</summary>
    public static bool TryFind(int level, int name, out SocketOptionLevel knownLevel, out SocketOptionName knownName)
    {
        foreach ((int Level, int Name, SocketOptionLevel KnownLevel, SocketOptionName KnownName) row in Rows)
        {
            if (row.Level == level && row.Name == name)
            {
                (knownLevel, knownName) = (row.KnownLevel, row.KnownName);
                return true;
            }
        }

        (knownLevel, knownName) = (default, default);
        return false;
    }
}
