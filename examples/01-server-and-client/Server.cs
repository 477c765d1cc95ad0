using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wavetank.Examples;

/// <summary>A blocking server, step by step: create, bind, listen, accept in a loop, handle, close.</summary>
internal static class Server
{
    public static void Run(IPAddress address, int port)
    {
        // 1. Create a socket for IPv4 and TCP.
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        // 2. Bind it to an address and a port of this device.
        server.Bind(new IPEndPoint(address, port));

        // 3. Listen for connections.
        server.Listen();
        Log.Say($"listening on port {port}");

        while (true)
        {
            // 4. Accept a connection; this blocks until one comes.
            using Socket client = server.Accept();
            Log.Say($"connected with {client.RemoteEndPoint}");

            // 5. Handle the client's request: send back what it sends, until it closes.
            byte[] buffer = new byte[1024];
            int received;
            while ((received = client.Receive(buffer)) > 0)
            {
                Log.Say($"received \"{Encoding.UTF8.GetString(buffer, 0, received)}\"");
                client.Send(buffer.AsSpan(0, received));
            }

            // 6. Leaving the block closes the connection.
            Log.Say("closed the connection");
        }
    }
}
