using System.Net.Sockets;

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

    /// <summary>How long, and how many, flows are remembered. Default: as the RFCs recommend.</summary>
    public FlowOptions Flows { get; init; } = new();

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Flows);
        Flows.Validate();
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
