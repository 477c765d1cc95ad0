using Wavetank.Devices.Flows;

namespace Wavetank.Devices;

/// <summary>How long, and how many, flows are remembered by a device that follows them: a translator or a firewall.</summary>
public sealed record FlowOptions
{
    /// <summary>How long a UDP flow is remembered after its last packet. Default 5 minutes, as RFC 4787 REQ-5 recommends; less than 2 is against it.</summary>
    public TimeSpan UdpTimeout { get; init; } = FlowTimeouts.DefaultUdp;

    /// <summary>How long an established TCP connection is remembered after its last packet. Default 2 hours and 4 minutes (RFC 5382 REQ-5).</summary>
    public TimeSpan TcpEstablishedTimeout { get; init; } = FlowTimeouts.DefaultTcpEstablished;

    /// <summary>The same for one that is not yet established, or closed or reset. Default 4 minutes (RFC 5382 REQ-5).</summary>
    public TimeSpan TcpTransitoryTimeout { get; init; } = FlowTimeouts.DefaultTcpTransitory;

    /// <summary>The same for an ICMP query, such as an echo. Default 60 seconds (RFC 5508 REQ-2).</summary>
    public TimeSpan IcmpTimeout { get; init; } = FlowTimeouts.DefaultIcmp;

    /// <summary>The most flows that are followed at a time; what would begin one more is dropped. Default 65536; 1 to 10 million.</summary>
    public int Maximum { get; init; } = 65_536;

    internal void Validate()
    {
        FlowTimeouts.ThrowIfNone(UdpTimeout, nameof(UdpTimeout));
        FlowTimeouts.ThrowIfNone(TcpEstablishedTimeout, nameof(TcpEstablishedTimeout));
        FlowTimeouts.ThrowIfNone(TcpTransitoryTimeout, nameof(TcpTransitoryTimeout));
        FlowTimeouts.ThrowIfNone(IcmpTimeout, nameof(IcmpTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(Maximum, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Maximum, 10_000_000);
    }
}
