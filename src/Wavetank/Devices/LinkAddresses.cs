using Wavetank.Packets;

namespace Wavetank.Devices;

/// <summary>The addresses of an interface, one of each family, and the blocks that they are from.</summary>
internal readonly record struct LinkAddresses(Address IPv4, int PrefixLength, Address IPv6, int PrefixLengthV6)
{
    public Prefix Block => new(IPv4, PrefixLength);

    public Prefix BlockV6 => new(IPv6, PrefixLengthV6);
}
