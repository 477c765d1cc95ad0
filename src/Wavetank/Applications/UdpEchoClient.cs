using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Dns = Wavetank.Sockets.Dns;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

/// <summary>
/// Sends datagrams of random bytes to an echo server one after the other and compares each reply. A reply that comes too late, or
/// twice, is told apart by the number in its first eight bytes and passed over. Counts replies that were right.
/// </summary>
/// <param name="options">What it does. Without a timeout a lost datagram is waited for without end.</param>
public sealed class UdpEchoClient(EchoOptions options) : Application
{
    private readonly byte[] _message = new byte[options.Size];
    private readonly byte[] _reply = new byte[ushort.MaxValue];

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            IPAddress[] addresses = await Dns.GetHostAddressesAsync(options.Host, AddressFamily.InterNetwork);
            await socket.ConnectAsync(new IPEndPoint(addresses[0], options.Port));
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
            return;
        }

        for (long i = 0; i < options.Count; i++)
        {
            if (i > 0 && options.Think is { } think)
            {
                await timeProvider.Delay(think());
            }

            random.NextBytes(_message);
            if (_message.Length >= sizeof(long))
            {
                BinaryPrimitives.WriteInt64BigEndian(_message, i);
            }

            await ExchangeAsync(socket, timeProvider);
        }
    }

    private async Task ExchangeAsync(Socket socket, TimeProvider clock)
    {
        using CancellationTokenSource? timeout =
            options.Timeout == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(options.Timeout, clock);
        CancellationToken token = timeout?.Token ?? CancellationToken.None;
        try
        {
            long sentAt = clock.GetTimestamp();
            Metrics.MarkByte(clock);
            await socket.SendAsync(_message.AsMemory(), SocketFlags.None, token);
            while (true)
            {
                int received = await socket.ReceiveAsync(_reply.AsMemory(), SocketFlags.None, token);
                if (_reply.AsSpan(0, received).SequenceEqual(_message))
                {
                    Metrics.AddRoundTrip(clock.GetTimestamp() - sentAt);
                    Metrics.Count++;
                    Metrics.AddBytes(received, clock);
                    return;
                }

                if (!IsEarlierReply(received))
                {
                    Metrics.AddError("the reply differs from the message");
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            Metrics.AddError(exception is SocketException error ? error.SocketErrorCode.ToString() : "no reply in time");
        }
    }

    private bool IsEarlierReply(int received) =>
        received == _message.Length
        && (received < sizeof(long)
            || BinaryPrimitives.ReadInt64BigEndian(_reply) < BinaryPrimitives.ReadInt64BigEndian(_message));
}
