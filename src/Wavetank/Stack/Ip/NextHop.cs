using Wavetank.Packets;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Stack.Ip;

/// <summary>
/// Where packets go next: out of an interface, to a gateway on its segment or straight to their destination. On a link between two
/// interfaces there is nobody else to name.
/// </summary>
/// <param name="way">The interface.</param>
/// <param name="gateways">Who passes packets on; null means the destination itself.</param>
internal sealed class NextHop(HostInterface way, Gateways? gateways = null)
{
    /// <summary>What stands for the host itself among ways: it has no interface, and nothing is sent by it.</summary>
    public static readonly NextHop Here = new(null!);

    public HostInterface Interface { get; } = way;

    /// <summary>Whether it leads to all who hear, and not to one.</summary>
    public bool IsForGroups { get; init; }

    /// <summary>All ways that are as good as this one, itself among them; null where it is the only one.</summary>
    public NextHop[]? EqualWays { get; init; }

    /// <summary>What the choice among equal ways depends on beside the packet.</summary>
    public ulong Salt { get; init; }

    /// <summary>The way that a packet takes: this one, or the one of its flow among equal ways.</summary>
    public NextHop For(Packet packet) => EqualWays is null ? this : EqualWays[FlowHash.Choose(packet, Salt, EqualWays.Length)];

    /// <summary>Sends a packet there, and takes its ownership.</summary>
    public void Send(Packet packet)
    {
        if (IsForGroups)
        {
            Interface.SendToGroup(packet);
            return;
        }

        Interface.Send(packet, gateways is null ? packet.Destination : packet.Destination.IsIPv4 ? gateways.IPv4 : gateways.IPv6);
    }
}
