using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

/// <summary>
/// Connects to an echo server, sends messages of random bytes one after the other, and compares each reply. After an error it
/// connects anew for the next message. Counts replies that were whole and right.
/// </summary>
/// <param name="options">What it does.</param>
public sealed class TcpEchoClient(EchoOptions options) : Application
{
    private readonly byte[] _message = new byte[options.Size];
    private readonly byte[] _reply = new byte[options.Size];

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        Socket? socket = null;
        try
        {
            for (long i = 0; i < options.Count; i++)
            {
                if (i > 0 && options.Think is { } think)
                {
                    await Task.Delay(think(), timeProvider);
                }

                random.NextBytes(_message);
                socket = await ExchangeAsync(socket, timeProvider);
            }
        }
        finally
        {
            socket?.Dispose();
        }
    }

    /// <summary>One message and its reply. The socket for the next, or null where it must connect anew.</summary>
    private async Task<Socket?> ExchangeAsync(Socket? socket, TimeProvider clock)
    {
        using CancellationTokenSource? timeout =
            options.Timeout == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(options.Timeout, clock);
        CancellationToken token = timeout?.Token ?? CancellationToken.None;
        try
        {
            socket ??= await ConnectAsync(token);
            long sentAt = clock.GetTimestamp();
            Metrics.MarkByte(clock);
            await socket.SendAsync(_message.AsMemory(), SocketFlags.None, token);
            if (!await ReceiveReplyAsync(socket, token))
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            Metrics.AddRoundTrip(clock.GetTimestamp() - sentAt);
            Verify(clock);
            return socket;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            Metrics.AddError(exception is SocketException error ? error.SocketErrorCode.ToString() : "no reply in time");
            socket?.Dispose();
            return null;
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken token)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            options.Tcp?.ApplyTo(socket);
            await socket.ConnectAsync(options.Host, options.Port, token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<bool> ReceiveReplyAsync(Socket socket, CancellationToken token)
    {
        int have = 0;
        while (have < _reply.Length)
        {
            int received = await socket.ReceiveAsync(_reply.AsMemory(have), SocketFlags.None, token);
            if (received == 0)
            {
                return false;
            }

            have += received;
        }

        return true;
    }

    private void Verify(TimeProvider clock)
    {
        if (_reply.AsSpan().SequenceEqual(_message))
        {
            Metrics.Count++;
            Metrics.AddBytes(_reply.Length, clock);
        }
        else
        {
            Metrics.AddError("the reply differs from the message");
        }
    }
}
