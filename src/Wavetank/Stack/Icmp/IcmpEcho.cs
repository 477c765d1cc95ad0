using Wavetank.Packets;

namespace Wavetank.Stack.Icmp;

/// <summary>The message types of echoes in each family (RFC 792, RFC 4443 §4).</summary>
internal static class IcmpEcho
{
    public static byte Request(IpProtocol protocol) => protocol == IpProtocol.IcmpV6 ? (byte)128 : (byte)8;

    public static byte Reply(IpProtocol protocol) => protocol == IpProtocol.IcmpV6 ? (byte)129 : (byte)0;
}
