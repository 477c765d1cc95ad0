using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Wavetank.Packets;

/// <summary>
/// An IP address of either family as 128 bits; an IPv4 address is held in its IPv4-mapped form (RFC 4291 §2.5.5.2), so that one
/// path serves both families. It has no scope: the interface tells which link a link-local address is on.
/// </summary>
public readonly record struct Address
{
    private const ulong MappedPrefix = 0x0000_FFFF_0000_0000;

    private readonly ulong _high;
    private readonly ulong _low;

    internal Address(ulong high, ulong low)
    {
        _high = high;
        _low = low;
    }

    /// <summary>The IPv6 unspecified address <c>::</c>, which is also the default value.</summary>
    public static Address IPv6Any => default;

    /// <summary>The IPv4 unspecified address <c>0.0.0.0</c>.</summary>
    public static Address IPv4Any => FromIPv4(0);

    /// <summary>The IPv4 loopback address <c>127.0.0.1</c>.</summary>
    public static Address IPv4Loopback => FromIPv4(0x7F00_0001);

    /// <summary>The IPv6 loopback address <c>::1</c>.</summary>
    public static Address IPv6Loopback => new(0, 1);

    /// <summary>The limited broadcast address <c>255.255.255.255</c> (RFC 919).</summary>
    public static Address IPv4Broadcast => FromIPv4(uint.MaxValue);

    /// <summary>The group of all IPv4 hosts on a link, <c>224.0.0.1</c> (RFC 1112 §4).</summary>
    internal static Address IPv4AllHosts => FromIPv4(0xE000_0001);

    /// <summary>The group of all IPv6 hosts on a link, <c>ff02::1</c> (RFC 4291 §2.7.1).</summary>
    internal static Address IPv6AllHosts => new(0xFF02_0000_0000_0000, 1);

    /// <summary>Whether it is an IPv4 address.</summary>
    public bool IsIPv4 => _high == 0 && (_low >> 32) == (MappedPrefix >> 32);

    /// <summary>Whether it is <c>0.0.0.0</c> or <c>::</c>.</summary>
    public bool IsAny => _high == 0 && (_low == 0 || _low == MappedPrefix);

    /// <summary>Whether it is in <c>127.0.0.0/8</c> or <c>::1</c>.</summary>
    public bool IsLoopback => IsIPv4 ? (byte)(_low >> 24) == 127 : _high == 0 && _low == 1;

    /// <summary>Whether it is an IPv4 or IPv6 multicast address.</summary>
    public bool IsMulticast => IsIPv4 ? (_low & 0xF000_0000) == 0xE000_0000 : _high >> 56 == 0xFF;

    /// <summary>The family, for sockets.</summary>
    public AddressFamily Family => IsIPv4 ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;

    internal ulong High => _high;

    internal ulong Low => _low;

    /// <summary>The 32 bits of an IPv4 address.</summary>
    internal uint IPv4Bits => (uint)_low;

    /// <summary>The address of a platform <see cref="IPAddress"/>; a scope is left out.</summary>
    public static Address FromIPAddress(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out int written);
        return written == 4
            ? FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : new Address(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    /// <summary>Parses the usual text forms of both families.</summary>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static Address Parse(string text) => FromIPAddress(IPAddress.Parse(text));

    /// <summary>The platform's form of the address.</summary>
    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _low);
        return new IPAddress(IsIPv4 ? bytes[12..] : bytes);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(((_high ^ _low) * 0x9E3779B97F4A7C15) >> 32);

    /// <summary>The usual text form.</summary>
    public override string ToString() => ToIPAddress().ToString();

    internal static Address FromIPv4(uint bits) => new(0, MappedPrefix | bits);
}
