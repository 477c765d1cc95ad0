using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Running.Hosts;

/// <summary>A packet that the host sent.</summary>
/// <param name="Packet">The packet; whoever takes it owns it.</param>
/// <param name="Time">When.</param>
internal readonly record struct SentPacket(Packet Packet, SimulationTime Time);
