namespace Wavetank.Packets;

/// <summary>A point of the network at which packet events are raised: one direction of a link, or a host.</summary>
/// <param name="Path">Such as <c>link/client-server/forward</c> or <c>host/client</c>.</param>
/// <param name="SendingInterface">The interface that sends here, such as <c>client.eth0</c>; null at a host.</param>
/// <param name="ReceivingInterface">The interface that receives here; null at a host.</param>
public sealed record PacketPoint(string Path, string? SendingInterface = null, string? ReceivingInterface = null);
