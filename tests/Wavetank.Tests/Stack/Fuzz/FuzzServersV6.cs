using System.Net;
using System.Net.Sockets;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Stack.Fuzz;

/// <summary>What the echo servers among the applications do, over IPv6.</summary>
internal static class FuzzServersV6
{
    public static async Task ServeUdpAsync(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp) { DualMode = false };
        socket.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
        byte[] buffer = new byte[ushort.MaxValue];
        var any = new IPEndPoint(IPAddress.IPv6Any, 0);
        while (true)
        {
            SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, any);
            try
            {
                await socket.SendToAsync(buffer.AsMemory(0, received.ReceivedBytes), SocketFlags.None, received.RemoteEndPoint);
            }
            catch (SocketException)
            {
                // From nowhere.
            }
        }
    }

    public static async Task ServeTcpAsync(int port)
    {
        using var listener = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = false };
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
        listener.Listen(5);
        while (true)
        {
            _ = EchoAsync(await listener.AcceptAsync());
        }
    }

    private static async Task EchoAsync(Socket connection)
    {
        using Socket socket = connection;
        byte[] buffer = new byte[4096];
        try
        {
            int received;
            while ((received = await socket.ReceiveAsync(buffer.AsMemory())) > 0)
            {
                await socket.SendAsync(buffer.AsMemory(0, received));
            }
        }
        catch (SocketException)
        {
            // Reset or timed out.
        }
    }
}
