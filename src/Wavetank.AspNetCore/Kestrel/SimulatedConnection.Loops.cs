using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace Wavetank.AspNetCore.Kestrel;

internal sealed partial class SimulatedConnection
{
    private const int LeastBuffer = 2048;

    private async Task ReceiveAsync()
    {
        // The socket belongs to the program that Kestrel was started in; the loops are its code.
        _program.Enter();
        Exception? error = null;
        try
        {
            while (true)
            {
                int received = await _socket.ReceiveAsync(Received.GetMemory(LeastBuffer)).ConfigureAwait(false);
                if (received == 0)
                {
                    break;
                }

                Received.Advance(received);
                FlushResult flush = await Received.FlushAsync().ConfigureAwait(false);
                if (flush.IsCompleted || flush.IsCanceled)
                {
                    break;
                }
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            error = _isShutDown ? _shutdownReason : new ConnectionResetException(exception.Message, exception);
        }
        catch (Exception exception) when (IsOfDeadSocket(exception))
        {
            error = exception;
        }
        catch (Exception exception)
        {
            error = new IOException(exception.Message, exception);
        }
        finally
        {
            await Received.CompleteAsync(_shutdownReason ?? error).ConfigureAwait(false);
            TellClosed();
            await _closedWasTold.Task.ConfigureAwait(false);
        }
    }

    private async Task SendAsync()
    {
        _program.Enter();
        Exception? reason = null, unexpected = null;
        try
        {
            while (true)
            {
                ReadResult result = await ToSend.ReadAsync().ConfigureAwait(false);
                if (result.IsCanceled)
                {
                    break;
                }

                ReadOnlySequence<byte> buffer = result.Buffer;
                if (!buffer.IsEmpty)
                {
                    await SendAsync(buffer).ConfigureAwait(false);
                }

                ToSend.AdvanceTo(buffer.End);
                if (result.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted)
        {
            reason = new ConnectionResetException(exception.Message, exception);
        }
        catch (Exception exception) when (IsOfDeadSocket(exception))
        {
            reason = exception;
        }
        catch (Exception exception)
        {
            reason = unexpected = exception;
        }
        finally
        {
            ShutDown(reason);
            await ToSend.CompleteAsync(unexpected).ConfigureAwait(false);

            // A receive that waits for the application to read is let go.
            Received.CancelPendingFlush();
        }
    }

    /// <summary>Sends what may lie in several pieces of memory as one call would, so that it fills segments as on a real socket.</summary>
    private async ValueTask SendAsync(ReadOnlySequence<byte> buffer)
    {
        if (buffer.IsSingleSegment)
        {
            await _socket.SendAsync(buffer.First).ConfigureAwait(false);
            return;
        }

        List<ArraySegment<byte>> pieces = [];
        foreach (ReadOnlyMemory<byte> piece in buffer)
        {
            pieces.Add(MemoryMarshal.TryGetArray(piece, out ArraySegment<byte> array) ? array : piece.ToArray());
        }

        await _socket.SendAsync(pieces).ConfigureAwait(false);
    }
}
