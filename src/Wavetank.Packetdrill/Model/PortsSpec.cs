namespace Wavetank.Packetdrill.Model;

/// <summary>The ports of a packet, where a script names them.</summary>
internal readonly record struct PortsSpec(ushort Source, ushort Destination);
