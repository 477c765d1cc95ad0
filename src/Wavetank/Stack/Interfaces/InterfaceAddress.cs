using Wavetank.Packets;

namespace Wavetank.Stack.Interfaces;

/// <summary>An address of an interface, and how much of it those share that are reached directly through the interface.</summary>
internal readonly record struct InterfaceAddress(Address Address, int PrefixLength)
{
    public Prefix Prefix => new(Address, PrefixLength);

    /// <summary>Whether an address is the broadcast address of the same block: all ones behind the shared bits (RFC 919 §7). IPv6 has none.</summary>
    public bool IsBroadcast(Address address)
    {
        // RFC 3021 §2.1: blocks of one or two addresses have none.
        if (!Address.IsIPv4 || PrefixLength > 30)
        {
            return false;
        }

        uint hostBits = (uint)(0xFFFF_FFFFUL >> PrefixLength);
        return address.IPv4Bits == (Address.IPv4Bits | hostBits);
    }
}
