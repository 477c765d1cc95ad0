using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>The addresses of a router on a segment, one of each family. Only routes over segments have them.</summary>
internal sealed record Gateways(Address IPv4, Address IPv6);
