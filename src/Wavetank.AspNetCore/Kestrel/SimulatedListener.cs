using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Wavetank.Engine.Programs;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.AspNetCore.Kestrel;

/// <summary>A simulated socket that listens for Kestrel.</summary>
internal sealed class SimulatedListener(Socket socket, SimulatedProgram program, MemoryPool<byte> memory) : IConnectionListener
{
    private long _accepted;
    private bool _isClosed;

    public EndPoint EndPoint { get; } = socket.LocalEndPoint!;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (!_isClosed)
        {
            try
            {
                Socket accepted = await socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
                accepted.NoDelay = true;
                var connection = new SimulatedConnection(accepted, program, memory, ++_accepted);
                connection.Start();
                return connection;
            }
            catch (Exception exception) when (exception is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return null;
            }
            catch (SocketException)
            {
                // The peer was gone before it was accepted.
            }
        }

        return null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _isClosed = true;
        socket.Dispose();
        return default;
    }

    public ValueTask DisposeAsync() => UnbindAsync();
}
