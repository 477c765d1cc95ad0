namespace Wavetank.Packetdrill.Model;

/// <summary>What a script says of the IP header.</summary>
/// <param name="Ecn">The ECN codepoints that are right; null for any.</param>
/// <param name="TrafficClass">The whole traffic class; null for any.</param>
/// <param name="TimeToLive">Time to live or hop limit; null for any.</param>
internal readonly record struct IpSpec(IReadOnlyList<byte>? Ecn, byte? TrafficClass, byte? TimeToLive);
