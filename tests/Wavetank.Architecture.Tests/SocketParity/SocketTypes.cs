using Platform = System.Net.Sockets;
using PlatformPing = System.Net.NetworkInformation;

namespace Wavetank.Architecture.Tests.SocketParity;

/// <summary>The platform's types that open or use sockets, and ours. Others (end points, enums, results) are values and the same here.</summary>
internal static class SocketTypes
{
    public static IReadOnlyList<(Type Platform, Type Ours)> Pairs { get; } =
    [
        (typeof(Platform.Socket), typeof(Wavetank.Sockets.Socket)),
        (typeof(Platform.SocketAsyncEventArgs), typeof(Wavetank.Sockets.SocketAsyncEventArgs)),
        (typeof(Platform.SocketTaskExtensions), typeof(Wavetank.Sockets.SocketTaskExtensions)),
        (typeof(Platform.NetworkStream), typeof(Wavetank.Sockets.NetworkStream)),
        (typeof(Platform.TcpClient), typeof(Wavetank.Sockets.TcpClient)),
        (typeof(Platform.TcpListener), typeof(Wavetank.Sockets.TcpListener)),
        (typeof(Platform.UdpClient), typeof(Wavetank.Sockets.UdpClient)),
        (typeof(System.Net.Dns), typeof(Wavetank.Sockets.Dns)),
        (typeof(PlatformPing.Ping), typeof(Wavetank.Sockets.Ping)),
        (typeof(PlatformPing.PingReply), typeof(Wavetank.Sockets.PingReply)),
        (typeof(PlatformPing.PingCompletedEventArgs), typeof(Wavetank.Sockets.PingCompletedEventArgs)),
        (typeof(PlatformPing.PingCompletedEventHandler), typeof(Wavetank.Sockets.PingCompletedEventHandler)),
    ];
}
