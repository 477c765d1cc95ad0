using Wavetank.Engine;

namespace Wavetank.Packets;

/// <summary>Something that happened to a packet, at a point of the network.</summary>
/// <param name="Time">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, for a drop.</param>
/// <param name="Point">Where: an index into <see cref="PacketEvents.Points"/>.</param>
/// <param name="Packet">The packet, to be read during the event only.</param>
public readonly record struct PacketEvent(SimulationTime Time, PacketEventKind Kind, DropReason Reason, int Point, Packet Packet);
