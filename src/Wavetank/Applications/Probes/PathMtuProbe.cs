using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Engine;
using Ping = Wavetank.Sockets.Ping;
using PingReply = Wavetank.Sockets.PingReply;

namespace Wavetank.Applications.Probes;

/// <summary>
/// Finds the largest IPv4 packet that reaches a host whole: echo requests that may not be fragmented, with a size that is halved in on.
/// Counts replies.
/// </summary>
/// <param name="host">The host, by name or address.</param>
/// <param name="maximum">The largest packet to try in bytes: 68 to 65,535.</param>
/// <param name="timeout">How long to wait for each reply, in whole milliseconds.</param>
public sealed class PathMtuProbe(string host, int maximum, TimeSpan timeout) : Application
{
    /// <summary>What every link must carry (RFC 791, section 3.2).</summary>
    internal const int Least = 68;

    // The headers of IPv4 and of an echo request.
    private const int HeaderSize = 28;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var ping = new Ping();
        int passes = 0, fails = maximum + 1;
        for (int size = maximum; passes == 0 ? size >= Least : fails - passes > 1; size = Next(passes, fails))
        {
            byte[] payload = new byte[size - HeaderSize];
            random.NextBytes(payload);
            if (await PassesAsync(ping, payload))
            {
                passes = size;
                Metrics.Count++;
            }
            else if (size == Least)
            {
                Metrics.AddError($"no reply to packets of {Least} bytes");
                return;
            }
            else
            {
                fails = size;
            }
        }

        Metrics.SetFigure("mtu", ApplicationFigure.Mean(passes, 1));
    }

    private static int Next(int passes, int fails) => passes == 0 ? Math.Max(Least, (Least + fails) / 2) : (passes + fails) / 2;

    private async Task<bool> PassesAsync(Ping ping, byte[] payload)
    {
        try
        {
            PingReply reply = await ping.SendPingAsync(host, timeout, payload, new PingOptions(64, dontFragment: true));
            return reply.Status == IPStatus.Success;
        }
        catch (Exception exception) when (exception is PingException or SocketException)
        {
            // A packet that is too large for the host's own link is an error of the call, and an answer all the same.
            return false;
        }
    }
}
