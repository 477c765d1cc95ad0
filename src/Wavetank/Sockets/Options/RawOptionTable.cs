using System.Net.Sockets;

namespace Wavetank.Sockets.Options;

/// <summary>Linux's numbers of options (asm-generic/socket.h, linux/tcp.h), and the platform's names for the same.</summary>
internal static class RawOptionTable
{
    public const int LevelSocket = 1;
    public const int LevelTcp = 6;
    public const int TcpCongestion = 13;
    public const int TcpUserTimeout = 18;

    private static readonly (int Level, int Name, SocketOptionLevel KnownLevel, SocketOptionName KnownName)[] Rows =
    [
        (LevelSocket, 2, SocketOptionLevel.Socket, SocketOptionName.ReuseAddress),
        (LevelSocket, 7, SocketOptionLevel.Socket, SocketOptionName.SendBuffer),
        (LevelSocket, 8, SocketOptionLevel.Socket, SocketOptionName.ReceiveBuffer),
        (LevelSocket, 9, SocketOptionLevel.Socket, SocketOptionName.KeepAlive),
        (LevelTcp, 1, SocketOptionLevel.Tcp, SocketOptionName.NoDelay),
        (LevelTcp, 4, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime),
        (LevelTcp, 5, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval),
        (LevelTcp, 6, SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount),
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
