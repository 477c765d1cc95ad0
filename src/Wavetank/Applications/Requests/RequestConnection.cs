using System.Net.Sockets;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Requests;

/// <summary>A client's connection to a <see cref="RequestServer"/>, over which requests go one after the other. Connects when it must.</summary>
internal sealed class RequestConnection(string host, int port, TcpOptions? tcp) : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];
    private Socket? _socket;

    public void Dispose() => Close();

    /// <summary>Closes, so that the next request connects anew.</summary>
    public void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }

    /// <summary>Sends a request and reads its whole response, comparing every byte.</summary>
    /// <returns>What went wrong; null where nothing did. After an error the connection is closed.</returns>
    public async Task<string?> FetchAsync(RequestHeader request, CancellationToken token = default)
    {
        try
        {
            Socket socket = _socket ??= await ConnectAsync(token);
            request.Write(_buffer);
            int first = (int)Math.Min(request.RequestSize, _buffer.Length);
            BulkPattern.At(0, first).Span[RequestHeader.Size..].CopyTo(_buffer.AsSpan(RequestHeader.Size));
            for (int sent = 0; sent < first;)
            {
                sent += await socket.SendAsync(_buffer.AsMemory(sent, first - sent), SocketFlags.None, token);
            }

            await BulkStream.SendAsync(socket, first, request.RequestSize, token);
            return await ReadAsync(socket, request.ResponseSize, token);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            Close();
            return exception is SocketException error ? error.SocketErrorCode.ToString() : "no response in time";
        }
    }

    private async Task<string?> ReadAsync(Socket socket, long size, CancellationToken token)
    {
        for (long position = 0; position < size;)
        {
            int wanted = (int)Math.Min(_buffer.Length, size - position);
            int received = await socket.ReceiveAsync(_buffer.AsMemory(0, wanted), SocketFlags.None, token);
            if (received == 0 || !BulkPattern.Matches(_buffer.AsSpan(0, received), position))
            {
                Close();
                return received == 0 ? "the connection ended within a response" : "the response differs from what was asked for";
            }

            position += received;
        }

        return null;
    }

    private async Task<Socket> ConnectAsync(CancellationToken token)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            tcp?.ApplyTo(socket);
            await socket.ConnectAsync(host, port, token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
