using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Dns = Wavetank.Sockets.Dns;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Datagrams;

/// <summary>
/// Sends numbered datagrams to a <see cref="UdpSink"/> by the clock, whether or not they arrive: at a constant rate, as a Poisson
/// process, or in bursts with pauses. Counts datagrams sent.
/// </summary>
/// <param name="options">What it does.</param>
public sealed class UdpSender(UdpSenderOptions options) : Application
{
    /// <summary>Bytes of the number and the time at the beginning of each payload, and so the least size.</summary>
    internal const int HeaderSize = 16;

    private readonly byte[] _payload = new byte[ushort.MaxValue];

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        if (await TryConnectAsync(socket) is { } problem)
        {
            Metrics.AddError(problem);
            return;
        }

        random.NextBytes(_payload);
        long start = timeProvider.GetTimestamp();
        TimeSpan at = TimeSpan.Zero, burstEnds = options.Burst?.Invoke() ?? TimeSpan.MaxValue;
        for (long number = 0; number < (options.Count ?? long.MaxValue); number++)
        {
            if (at >= burstEnds)
            {
                at += options.Pause?.Invoke() ?? TimeSpan.Zero;
                burstEnds = at + options.Burst!();
            }

            if (at >= (options.Duration ?? TimeSpan.MaxValue))
            {
                return;
            }

            // By the time that it should be, so that no delay adds up.
            TimeSpan wait = at - timeProvider.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
            {
                await timeProvider.Delay(wait);
            }

            await SendAsync(socket, number, timeProvider);
            at += options.Gap();
        }
    }

    private async Task SendAsync(Socket socket, long number, TimeProvider clock)
    {
        int size = (int)Math.Clamp(options.Size(), HeaderSize, 65_507);
        BinaryPrimitives.WriteInt64BigEndian(_payload, number);
        BinaryPrimitives.WriteInt64BigEndian(_payload.AsSpan(8), clock.GetTimestamp());
        try
        {
            await socket.SendAsync(_payload.AsMemory(0, size), SocketFlags.None);
            Metrics.Count++;
            Metrics.AddBytes(size, clock);
        }
        catch (SocketException exception)
        {
            // Mostly that nobody listens at the port, which an earlier datagram found out. Who sends by the clock goes on.
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }

    private async Task<string?> TryConnectAsync(Socket socket)
    {
        try
        {
            IPAddress[] addresses = await Dns.GetHostAddressesAsync(options.Host, AddressFamily.InterNetwork);
            await socket.ConnectAsync(new IPEndPoint(addresses[0], options.Port));
            return null;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode.ToString();
        }
    }
}
