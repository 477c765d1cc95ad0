using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Engine;
using Ping = Wavetank.Sockets.Ping;
using PingReply = Wavetank.Sockets.PingReply;

namespace Wavetank.Applications;

/// <summary>Sends ICMP echo requests at an interval and times the replies. Counts replies.</summary>
/// <param name="host">The host to ping, by name or address.</param>
/// <param name="count">Requests to send.</param>
/// <param name="interval">From one request to the next.</param>
/// <param name="size">Bytes of each request's payload.</param>
/// <param name="timeout">How long to wait for a reply.</param>
public sealed class PingApplication(string host, long count, TimeSpan interval, int size, TimeSpan timeout) : Application
{
    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var ping = new Ping();
        byte[] payload = new byte[size];
        for (long i = 0; i < count; i++)
        {
            long sentAt = timeProvider.GetTimestamp();
            random.NextBytes(payload);
            await PingOnceAsync(ping, payload, timeProvider, sentAt);
            TimeSpan rest = interval - timeProvider.GetElapsedTime(sentAt);
            if (i + 1 < count && rest > TimeSpan.Zero)
            {
                await timeProvider.Delay(rest);
            }
        }
    }

    private async Task PingOnceAsync(Ping ping, byte[] payload, TimeProvider clock, long sentAt)
    {
        // A ping counts whole milliseconds, as on the platform; what is finer is held to by a token.
        bool isFiner = timeout.Ticks % TimeSpan.TicksPerMillisecond != 0;
        using CancellationTokenSource? source = isFiner ? new CancellationTokenSource(timeout, clock) : null;
        try
        {
            Metrics.MarkByte(clock);
            PingReply reply = await ping.SendPingAsync(
                host, timeout + TimeSpan.FromMilliseconds(isFiner ? 1 : 0), payload, cancellationToken: source?.Token ?? default);
            if (reply.Status == IPStatus.Success)
            {
                Metrics.Count++;
                Metrics.AddBytes(payload.Length, clock);
                Metrics.AddRoundTrip(clock.GetTimestamp() - sentAt);
            }
            else
            {
                Metrics.AddError(reply.Status.ToString());
            }
        }
        catch (OperationCanceledException)
        {
            Metrics.AddError(nameof(IPStatus.TimedOut));
        }
        catch (Exception exception) when (exception is PingException or SocketException)
        {
            Metrics.AddError((exception.InnerException ?? exception).Message);
        }
    }
}
