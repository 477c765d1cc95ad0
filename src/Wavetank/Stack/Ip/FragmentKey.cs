using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>What the fragments of one datagram have in common (RFC 791 §3.2, RFC 8200 §4.5).</summary>
internal readonly record struct FragmentKey(Address Source, Address Destination, IpProtocol Protocol, ushort Identification)
{
    public static FragmentKey Of(Packet fragment) => new(fragment.Source, fragment.Destination, fragment.Protocol, fragment.Identification);

    public override int GetHashCode() => Source.GetHashCode() ^ (Destination.GetHashCode() * 31) ^ (Identification << 8) ^ (int)Protocol;
}
