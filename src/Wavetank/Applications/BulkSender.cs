using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

/// <summary>Connects to a bulk receiver and sends as fast as TCP takes it, so many bytes or for a time. Counts transfers that ended well.</summary>
/// <param name="host">The receiver's host name or address.</param>
/// <param name="port">The receiver's port.</param>
/// <param name="size">Bytes to send, or null to send until the duration is over.</param>
/// <param name="duration">How long to send, or null to send by size.</param>
/// <param name="tcp">What it sets on its socket. Default: nothing.</param>
/// <param name="interval">Over which times it reports what TCP took. Default: it does not.</param>
public sealed class BulkSender(string host, int port, long? size, TimeSpan? duration, TcpOptions? tcp = null, TimeSpan? interval = null) : Application
{
    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        tcp?.ApplyTo(socket);
        try
        {
            await socket.ConnectAsync(host, port);
            long start = timeProvider.GetTimestamp();
            var intervals = BulkIntervals.Begin(Metrics, interval, timeProvider);
            while (NextRun(timeProvider, start) is > 0 and int run)
            {
                int sent = await socket.SendAsync(BulkPattern.At(Metrics.Bytes, run), SocketFlags.None);
                Metrics.AddBytes(sent, timeProvider);
                intervals?.Add(sent, timeProvider);
            }

            socket.Shutdown(SocketShutdown.Send);

            // The receiver closes once it has read the end, so that "done" means received.
            await socket.ReceiveAsync(new byte[1].AsMemory());
            Metrics.Count++;
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }

    private int NextRun(TimeProvider clock, long start)
    {
        if (duration is { } limit && clock.GetElapsedTime(start) >= limit)
        {
            return 0;
        }

        return (int)Math.Min(BulkPattern.LongestRun, (size ?? long.MaxValue) - Metrics.Bytes);
    }
}
