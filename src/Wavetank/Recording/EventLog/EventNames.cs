using Wavetank.Packets;

namespace Wavetank.Recording.EventLog;

/// <summary>The names of packet events and protocols in logs.</summary>
internal static class EventNames
{
    public static string Of(PacketEventKind kind) => kind switch
    {
        PacketEventKind.Queued => "queued",
        PacketEventKind.Sent => "sent",
        PacketEventKind.Arrived => "arrived",
        PacketEventKind.Delivered => "delivered",
        PacketEventKind.Dropped => "dropped",
        _ => "unknown",
    };

    /// <summary>The protocol's name, or null where only its number is known.</summary>
    public static string? Of(IpProtocol protocol) => protocol switch
    {
        IpProtocol.Tcp => "tcp",
        IpProtocol.Udp => "udp",
        IpProtocol.Icmp => "icmp",
        IpProtocol.IcmpV6 => "icmpv6",
        _ => null,
    };
}
