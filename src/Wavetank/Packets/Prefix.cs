namespace Wavetank.Packets;

/// <summary>A block of addresses that share their first bits, such as <c>10.0.0.0/24</c>.</summary>
public readonly record struct Prefix
{
    /// <summary>Makes a prefix; the bits of <paramref name="address"/> beyond it are cleared.</summary>
    /// <param name="address">Any address in the block.</param>
    /// <param name="length">Shared bits: 0 to 32 for IPv4, 0 to 128 for IPv6.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length does not fit the family.</exception>
    public Prefix(Address address, int length)
    {
        int bits = address.IsIPv4 ? 32 : 128;
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, bits);
        Length = length;
        BitLength = length + 128 - bits;
        Address = Mask(address, BitLength);
    }

    /// <summary>The first address of the block.</summary>
    public Address Address { get; }

    /// <summary>Shared bits, counted as the family counts them.</summary>
    public int Length { get; }

    /// <summary>Shared bits of the 128-bit form.</summary>
    internal int BitLength { get; }

    /// <summary>Whether the address is in the block.</summary>
    public bool Contains(Address address) => Mask(address, BitLength) == Address && address.IsIPv4 == Address.IsIPv4;

    /// <summary>Such as <c>10.0.0.0/24</c>.</summary>
    public override string ToString() => $"{Address}/{Length}";

    /// <summary>The first <paramref name="bits"/> of the 128-bit form, the rest zero.</summary>
    internal static Address Mask(Address address, int bits)
    {
        ulong high = bits >= 64 ? address.High : bits == 0 ? 0 : address.High & (ulong.MaxValue << (64 - bits));
        ulong low = bits >= 128 ? address.Low : bits <= 64 ? 0 : address.Low & (ulong.MaxValue << (128 - bits));
        return new Address(high, low);
    }
}
