using System.Net.Sockets;
using Wavetank.Devices.Flows;

namespace Wavetank.Devices;

/// <summary>How an address translator behaves, in the words of RFC 4787, RFC 5382 and RFC 5508.</summary>
public sealed record NatOptions
{
    /// <summary>
    /// The interface that leads outside, such as <c>eth1</c>. Default <c>eth0</c>: the link that was plugged in first. All others are
    /// inside.
    /// </summary>
    public string Outside { get; init; } = "eth0";

    /// <summary>
    /// Which flows from one port inside share a port outside. Default <see cref="NatBehavior.EndpointIndependent"/>, which RFC 4787
    /// REQ-1 demands and most home routers do.
    /// </summary>
    public NatBehavior Mapping { get; init; } = NatBehavior.EndpointIndependent;

    /// <summary>
    /// From whom a port outside takes packets, of those that something was sent to from it. Default
    /// <see cref="NatBehavior.AddressAndPortDependent"/>, as home routers that run Linux do.
    /// </summary>
    public NatBehavior Filtering { get; init; } = NatBehavior.AddressAndPortDependent;

    /// <summary>Whether hosts inside reach each other by the outside address (RFC 4787 REQ-9). Default true.</summary>
    public bool Hairpinning { get; init; } = true;

    /// <summary>Whether a port outside is that inside, where it is free (RFC 4787 §4.2.1). Default true; otherwise ports are drawn at random.</summary>
    public bool PreservesPorts { get; init; } = true;

    /// <summary>Ports outside that always lead to a host inside. Default none.</summary>
    public IReadOnlyList<PortForward> Forwards { get; init; } = [];

    /// <summary>How long a UDP flow is remembered after its last packet. Default 5 minutes, as RFC 4787 REQ-5 recommends; less than 2 is against it.</summary>
    public TimeSpan UdpTimeout { get; init; } = FlowTimeouts.DefaultUdp;

    /// <summary>How long an established TCP connection is remembered after its last packet. Default 2 hours and 4 minutes (RFC 5382 REQ-5).</summary>
    public TimeSpan TcpEstablishedTimeout { get; init; } = FlowTimeouts.DefaultTcpEstablished;

    /// <summary>The same for one that is not yet established, or closed or reset. Default 4 minutes (RFC 5382 REQ-5).</summary>
    public TimeSpan TcpTransitoryTimeout { get; init; } = FlowTimeouts.DefaultTcpTransitory;

    /// <summary>The same for an ICMP query, such as an echo. Default 60 seconds (RFC 5508 REQ-2).</summary>
    public TimeSpan IcmpTimeout { get; init; } = FlowTimeouts.DefaultIcmp;

    /// <summary>The most flows that are followed at a time; what would begin one more is dropped. Default 65536; 1 to 10 million.</summary>
    public int MaximumFlows { get; init; } = 65_536;

    internal void Validate()
    {
        FlowTimeouts.ThrowIfNone(UdpTimeout, nameof(UdpTimeout));
        FlowTimeouts.ThrowIfNone(TcpEstablishedTimeout, nameof(TcpEstablishedTimeout));
        FlowTimeouts.ThrowIfNone(TcpTransitoryTimeout, nameof(TcpTransitoryTimeout));
        FlowTimeouts.ThrowIfNone(IcmpTimeout, nameof(IcmpTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumFlows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumFlows, 10_000_000);
        ArgumentException.ThrowIfNullOrWhiteSpace(Outside);
        ArgumentNullException.ThrowIfNull(Forwards);
        foreach (PortForward forward in Forwards)
        {
            if (forward.Protocol is not (ProtocolType.Tcp or ProtocolType.Udp))
            {
                throw new ArgumentException($"A port of TCP or UDP can be forwarded, not of {forward.Protocol}.", nameof(Forwards));
            }

            if (forward.Port is < 1 or > ushort.MaxValue || forward.HostPort is < 1 or > ushort.MaxValue)
            {
                throw new ArgumentOutOfRangeException(nameof(Forwards), forward, "A port is 1 to 65535.");
            }
        }

        if (Forwards.GroupBy(forward => (forward.Protocol, forward.Port)).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Key.Protocol} port {twice.Key.Port} is forwarded twice.", nameof(Forwards));
        }
    }
}
