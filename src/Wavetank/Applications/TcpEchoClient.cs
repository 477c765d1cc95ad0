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
                    await timeProvider.Delay(think());
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
            ValueTask<int> sending = socket.SendAsync(_message.AsMemory(), SocketFlags.None, token);
            if (sending.IsCompleted)
            {
                await sending;
                await ReceiveReplyAsync(socket, token);
            }
            else
            {
                // The server sends back what it has before it has all: who does not read meanwhile lets both wait for ever.
                await ReceiveReplyWhileSendingAsync(socket, sending.AsTask(), token);
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

    private async Task ReceiveReplyWhileSendingAsync(Socket socket, Task sending, CancellationToken token)
    {
        try
        {
            await ReceiveReplyAsync(socket, token);
        }
        catch
        {
            socket.Dispose();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            throw;
        }

        await sending;
    }

    private async ValueTask ReceiveReplyAsync(Socket socket, CancellationToken token)
    {
        int have = 0;
        while (have < _reply.Length)
        {
            int received = await socket.ReceiveAsync(_reply.AsMemory(have), SocketFlags.None, token);
            if (received == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            have += received;
        }
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
