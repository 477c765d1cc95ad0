namespace Wavetank.Studies.Traces;

/// <summary>What one side says next of a packet that the other side speaks of first.</summary>
/// <param name="Side"><c>A</c> or <c>B</c>.</param>
/// <param name="Packet">The packet.</param>
/// <param name="Line">Its next event there; null where there is none among those that were looked at.</param>
internal sealed record PacketElsewhere(string Side, string Packet, string? Line);
