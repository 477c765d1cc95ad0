using Wavetank.Engine;

namespace Wavetank.Devices.Flows;

/// <summary>How long a flow is remembered that nothing is heard of, in nanoseconds.</summary>
internal sealed record FlowTimeouts(long Udp, long TcpEstablished, long TcpTransitory, long Icmp)
{
    // RFC 4787 §4.3: five minutes or more are recommended, and never less than two.
    public static readonly TimeSpan DefaultUdp = TimeSpan.FromMinutes(5);

    // RFC 5382 §5: two hours and four minutes, one interval of keep-alives and some time for them.
    public static readonly TimeSpan DefaultTcpEstablished = TimeSpan.FromMinutes(124);

    // RFC 5382 §5: four minutes, twice the maximum segment lifetime.
    public static readonly TimeSpan DefaultTcpTransitory = TimeSpan.FromMinutes(4);

    // RFC 5508 §3.2: sixty seconds at least.
    public static readonly TimeSpan DefaultIcmp = TimeSpan.FromSeconds(60);

    public static FlowTimeouts Of(FlowOptions options) => new(
        Nanoseconds(options.UdpTimeout), Nanoseconds(options.TcpEstablishedTimeout), Nanoseconds(options.TcpTransitoryTimeout), Nanoseconds(options.IcmpTimeout));

    /// <exception cref="ArgumentOutOfRangeException">It is no time.</exception>
    public static void ThrowIfNone(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(365))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is more than zero and at most a year.");
        }
    }

    private static long Nanoseconds(TimeSpan time) => time.Ticks * (SimulationTime.NanosecondsPerSecond / TimeSpan.TicksPerSecond);
}
