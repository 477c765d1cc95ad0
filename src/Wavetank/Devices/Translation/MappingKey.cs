using Wavetank.Packets;

namespace Wavetank.Devices.Translation;

/// <summary>What flows have in common that share a port outside (RFC 4787 §4.1): of the other end as much as the behaviour says, the rest left empty.</summary>
internal readonly record struct MappingKey(IpProtocol Protocol, TransportAddress Inside, TransportAddress Outside)
{
    public static MappingKey Of(IpProtocol protocol, TransportAddress inside, TransportAddress outside, NatBehavior behavior) => new(
        // RFC 4787 §4.1: the three behaviours.
        protocol, inside, behavior switch
        {
            NatBehavior.EndpointIndependent => default,
            NatBehavior.AddressDependent => new TransportAddress(outside.Address, 0),
            _ => outside,
        });

    public override int GetHashCode() => Inside.GetHashCode() ^ (Outside.GetHashCode() * 31) ^ (int)Protocol;
}
