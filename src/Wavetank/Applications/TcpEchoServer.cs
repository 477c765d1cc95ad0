using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

/// <summary>Accepts connections and sends back what it receives, until the client closes (RFC 862). Counts connections.</summary>
/// <param name="port">The port to listen on.</param>
/// <param name="tcp">What it sets on its sockets. Default: nothing.</param>
public sealed class TcpEchoServer(int port, TcpOptions? tcp = null) : Application
{
    private const int BufferSize = 16 * 1024;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        tcp?.ApplyTo(listener);
        listener.Bind(new IPEndPoint(IPAddress.Any, port));
        listener.Listen();
        while (true)
        {
            Serve(EchoAsync(await listener.AcceptAsync(), timeProvider));
        }
    }

    private async Task EchoAsync(Socket connection, TimeProvider clock)
    {
        using Socket socket = connection;
        Metrics.Count++;
        byte[] buffer = new byte[BufferSize];
        try
        {
            int received;
            while ((received = await socket.ReceiveAsync(buffer.AsMemory())) > 0)
            {
                Metrics.AddBytes(received, clock);
                await socket.SendAsync(buffer.AsMemory(0, received));
            }
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }
}
