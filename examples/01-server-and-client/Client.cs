using System.Net.Sockets;
using System.Text;

namespace Wavetank.Examples;

/// <summary>A blocking client, step by step: create, connect, send, receive, close.</summary>
internal static class Client
{
    public static void Run(string host, int port)
    {
        // 1. Create a socket of the same family and type as the server's.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        // 2. Connect to the server; this blocks for one round trip.
        socket.Connect(host, port);
        Log.Say($"connected to {socket.RemoteEndPoint}");

        // 3. Send.
        socket.Send("hello"u8);

        // 4. Receive the answer; this blocks for another round trip.
        byte[] buffer = new byte[1024];
        int received = socket.Receive(buffer);
        Log.Say($"received \"{Encoding.UTF8.GetString(buffer, 0, received)}\"");

        // 5. Leaving the method closes the socket.
    }
}
