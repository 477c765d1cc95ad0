using System.Globalization;

namespace Wavetank.Packets;

/// <summary>A link-layer address of 48 bits (IEEE 802), as interfaces on a shared segment have it.</summary>
public readonly record struct MacAddress
{
    private const ulong GroupBit = 0x0100_0000_0000;
    private const ulong LocallyAdministered = 0x0200_0000_0000;

    private readonly ulong _bits;

    internal MacAddress(ulong bits) => _bits = bits;

    /// <summary>All stations of a segment: <c>ff:ff:ff:ff:ff:ff</c>.</summary>
    public static MacAddress Broadcast => new(0xFFFF_FFFF_FFFF);

    /// <summary>Whether it is none: the packet is not on a shared segment.</summary>
    public bool IsNone => _bits == 0;

    /// <summary>Whether it is for several stations: a multicast or the broadcast address.</summary>
    public bool IsGroup => (_bits & GroupBit) != 0;

    internal ulong Bits => _bits;

    /// <summary>The n-th of the addresses that a network gives its interfaces, locally administered (IEEE 802): <c>02:00:00:00:00:01</c> is the first.</summary>
    internal static MacAddress Numbered(uint number) => new(LocallyAdministered | number);

    /// <summary>Where packets to a multicast or broadcast address are sent on a segment.</summary>
    internal static MacAddress OfGroup(Address address)
    {
        // RFC 1112 §6.4: the lower 23 bits; RFC 2464 §7: the lower 32.
        if (address.IsMulticast)
        {
            return new MacAddress(address.IsIPv4 ? 0x0100_5E00_0000 | (address.Low & 0x7F_FFFF) : 0x3333_0000_0000 | (address.Low & 0xFFFF_FFFF));
        }

        return Broadcast;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => (int)((_bits * 0x9E3779B97F4A7C15) >> 32);

    /// <summary>The usual text form, such as <c>02:00:00:00:00:01</c>.</summary>
    public override string ToString()
    {
        ulong bits = _bits;
        return string.Join(
            ':', Enumerable.Range(0, 6).Select(i => ((byte)(bits >> (40 - (8 * i)))).ToString("x2", CultureInfo.InvariantCulture)));
    }
}
