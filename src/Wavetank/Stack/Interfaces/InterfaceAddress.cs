using Wavetank.Packets;

namespace Wavetank.Stack.Interfaces;

/// <summary>An address of an interface, and how much of it those share that are reached directly through the interface.</summary>
internal readonly record struct InterfaceAddress(Address Address, int PrefixLength)
{
    public Prefix Prefix => new(Address, PrefixLength);

    /// <summary>The broadcast address of the block: all ones behind the shared bits (RFC 919 §7). IPv6 has none.</summary>
    public Address? Broadcast => Address.IsIPv4 && PrefixLength <= 30

        // RFC 3021 §2.1: blocks of one or two addresses have none.
        ? Address.FromIPv4(Address.IPv4Bits | (uint)(0xFFFF_FFFFUL >> PrefixLength))
        : null;

    /// <summary>Whether an address is the broadcast address of the same block.</summary>
    public bool IsBroadcast(Address address) => Broadcast == address;
}
