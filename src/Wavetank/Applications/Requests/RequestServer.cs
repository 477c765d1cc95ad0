using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Requests;

/// <summary>
/// Accepts connections, reads requests one after the other, and answers each with as many bytes as it asks for. Counts responses that
/// were handed to TCP whole.
/// </summary>
/// <param name="port">The port to listen on.</param>
/// <param name="service">Draws the time from having a request whole to the first byte of its response. Default: none.</param>
/// <param name="tcp">What it sets on its sockets. Default: no delay, and nothing else.</param>
public sealed class RequestServer(int port, Func<TimeSpan>? service = null, TcpOptions? tcp = null) : Application
{
    private const int BufferSize = 64 * 1024;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        tcp?.ApplyTo(listener);
        listener.Bind(new IPEndPoint(IPAddress.Any, port));
        listener.Listen(int.MaxValue);
        while (true)
        {
            Serve(AnswerAsync(await listener.AcceptAsync(), timeProvider));
        }
    }

    private async Task AnswerAsync(Socket connection, TimeProvider clock)
    {
        using Socket socket = connection;
        socket.NoDelay = tcp?.NoDelay ?? true;
        byte[] buffer = new byte[BufferSize];
        try
        {
            while (await ReadRequestAsync(socket, buffer, clock) is { } request)
            {
                if (service is not null)
                {
                    await clock.Delay(service());
                }

                await BulkStream.SendAsync(socket, 0, request.ResponseSize, CancellationToken.None);
                Metrics.MarkByte(clock);
                Metrics.Count++;
            }
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }

    /// <summary>The next request, read whole; null where the client has closed, or does not speak this protocol.</summary>
    private async ValueTask<RequestHeader?> ReadRequestAsync(Socket socket, byte[] buffer, TimeProvider clock)
    {
        int have = 0;
        while (have < RequestHeader.Size)
        {
            int received = await socket.ReceiveAsync(buffer.AsMemory(have, RequestHeader.Size - have));
            if (received == 0)
            {
                return null;
            }

            have += received;
        }

        if (!RequestHeader.TryRead(buffer, out RequestHeader header))
        {
            Metrics.AddError("what came is no request");
            return null;
        }

        Metrics.AddBytes(have, clock);
        for (long left = header.RequestSize - have; left > 0;)
        {
            int received = await socket.ReceiveAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)));
            if (received == 0)
            {
                Metrics.AddError("the connection ended within a request");
                return null;
            }

            Metrics.AddBytes(received, clock);
            left -= received;
        }

        return header;
    }
}
