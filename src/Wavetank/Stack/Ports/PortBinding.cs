using Wavetank.Packets;

namespace Wavetank.Stack.Ports;

/// <summary>A claim on a local address and port.</summary>
internal sealed class PortBinding(PortTable table, Address address, ushort port, bool reuseAddress, bool dualMode = false)
{
    public Address Address { get; } = address;

    public ushort Port { get; } = port;

    public bool ReuseAddress { get; } = reuseAddress;

    /// <summary>Whether <c>::</c> means any IPv4 address too (RFC 3493 §5.3, IPV6_V6ONLY off).</summary>
    public bool DualMode { get; } = dualMode;

    /// <summary>Whether a listener uses it, which even ReuseAddress does not let another share.</summary>
    public bool IsListening { get; set; }

    /// <summary>Whether a connection holds it that did not bind: others to other destinations may hold it too.</summary>
    public bool IsShared { get; init; }

    public TransportAddress TransportAddress => new(Address, Port);

    /// <summary>Whether what is sent to this address and the port is for the holder.</summary>
    public bool Takes(Address address) =>
        Address.IsAny ? Address.IsIPv4 == address.IsIPv4 || (DualMode && address.IsIPv4) : Address == address;

    /// <summary>Whether there is an address that both take.</summary>
    public bool Overlaps(PortBinding other) => Takes(other.Address) || other.Takes(Address);

    /// <summary>Gives the port back. Doing so twice is harmless.</summary>
    public void Release() => table.Release(this);
}
