using Wavetank.Packets;

namespace Wavetank.Devices;

/// <summary>The addresses of a segment, or of a part of a large one: a /24 and a /64.</summary>
internal sealed class SegmentBlock(Prefix ipv4, Prefix ipv6)
{
    private const uint MostHosts = 254;

    private uint _taken;

    public Prefix IPv4 { get; } = ipv4;

    public Prefix IPv6 { get; } = ipv6;

    public bool IsFull => _taken == MostHosts;

    public LinkAddresses Take()
    {
        _taken++;
        return new LinkAddresses(
            Address.FromIPv4(IPv4.Address.IPv4Bits + _taken), IPv4.Length, new Address(IPv6.Address.High, _taken), IPv6.Length);
    }
}
