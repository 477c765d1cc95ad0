using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

/// <summary>Accepts connections and reads them to the end, checking every byte against <see cref="BulkPattern"/>. Counts transfers that ended well.</summary>
/// <param name="port">The port to listen on.</param>
/// <param name="tcp">What it sets on its sockets. Default: nothing.</param>
/// <param name="interval">Over which times it reports what came, all connections together. Default: it does not.</param>
public sealed class BulkReceiver(int port, TcpOptions? tcp = null, TimeSpan? interval = null) : Application
{
    private const int BufferSize = 64 * 1024;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        tcp?.ApplyTo(listener);
        listener.Bind(new IPEndPoint(IPAddress.Any, port));
        listener.Listen();
        while (true)
        {
            Serve(ReadAsync(await listener.AcceptAsync(), timeProvider));
        }
    }

    private async Task ReadAsync(Socket connection, TimeProvider clock)
    {
        using Socket socket = connection;
        var intervals = BulkIntervals.Begin(Metrics, interval, clock);
        byte[] buffer = new byte[BufferSize];
        long position = 0;
        try
        {
            int received;
            while ((received = await socket.ReceiveAsync(buffer.AsMemory())) > 0)
            {
                if (!BulkPattern.Matches(buffer.AsSpan(0, received), position))
                {
                    Metrics.AddError($"bytes {position} to {position + received} of a transfer differ from what was sent");
                    return;
                }

                position += received;
                Metrics.AddBytes(received, clock);
                intervals?.Add(received, clock);
            }

            Metrics.Count++;
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }
}
