using Wavetank.Devices.Flows;

namespace Wavetank.Devices;

/// <summary>What a firewall lets pass.</summary>
public sealed record FirewallOptions
{
    /// <summary>The interface that leads outside, such as <c>eth1</c>. Default <c>eth0</c>: the link that was plugged in first.</summary>
    public string Outside { get; init; } = "eth0";

    /// <summary>
    /// The rules, in their order: the first that matches the first packet of a flow decides on the flow. Default: one that allows what
    /// goes outward.
    /// </summary>
    public IReadOnlyList<FirewallRule> Rules { get; init; } = [new FirewallRule(FirewallAction.Allow) { Direction = FirewallDirection.Outward }];

    /// <summary>What is done with flows that no rule matches. Default deny.</summary>
    public FirewallAction Default { get; init; } = FirewallAction.Deny;

    /// <summary>How long a UDP flow is remembered after its last packet. Default 5 minutes.</summary>
    public TimeSpan UdpTimeout { get; init; } = FlowTimeouts.DefaultUdp;

    /// <summary>How long an established TCP connection is remembered after its last packet. Default 2 hours and 4 minutes.</summary>
    public TimeSpan TcpEstablishedTimeout { get; init; } = FlowTimeouts.DefaultTcpEstablished;

    /// <summary>The same for one that is not yet established, or closed or reset. Default 4 minutes.</summary>
    public TimeSpan TcpTransitoryTimeout { get; init; } = FlowTimeouts.DefaultTcpTransitory;

    /// <summary>The same for an ICMP query, such as an echo. Default 60 seconds.</summary>
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
        ArgumentNullException.ThrowIfNull(Rules);
    }
}
