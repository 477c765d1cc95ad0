using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Engine;
using Ping = Wavetank.Sockets.Ping;
using PingReply = Wavetank.Sockets.PingReply;

namespace Wavetank.Applications.Probes;

/// <summary>
/// Finds the way to a host: echo requests whose time to live is 1, then 2, and so on, until the host itself answers. Counts hops that
/// answered, the host among them.
/// </summary>
/// <param name="host">The host, by name or address.</param>
/// <param name="maximum">The most hops to try: 1 to 255.</param>
/// <param name="timeout">How long to wait for each answer, in whole milliseconds.</param>
public sealed class Traceroute(string host, int maximum, TimeSpan timeout) : Application
{
    private const int PayloadSize = 32;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var ping = new Ping();
        byte[] payload = new byte[PayloadSize];
        for (int hops = 1; hops <= maximum; hops++)
        {
            random.NextBytes(payload);
            try
            {
                long sentAt = timeProvider.GetTimestamp();
                PingReply reply = await ping.SendPingAsync(host, timeout, payload, new PingOptions(hops, dontFragment: false));
                if (reply.Status is IPStatus.TtlExpired or IPStatus.Success)
                {
                    Metrics.Count++;
                    Metrics.AddRoundTrip(timeProvider.GetTimestamp() - sentAt);
                }

                if (reply.Status == IPStatus.Success)
                {
                    Metrics.SetFigure("hops", ApplicationFigure.Most(hops));
                    return;
                }

                if (reply.Status is not (IPStatus.TtlExpired or IPStatus.TimedOut))
                {
                    Metrics.AddError(reply.Status.ToString());
                    return;
                }
            }
            catch (Exception exception) when (exception is PingException or SocketException)
            {
                Metrics.AddError((exception.InnerException ?? exception).Message);
                return;
            }
        }

        Metrics.AddError($"no answer from the host within {maximum} hops");
    }
}
