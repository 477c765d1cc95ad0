namespace Wavetank.Packets;

/// <summary>The protocol numbers of the IP header that the stack knows (IANA registry).</summary>
public enum IpProtocol : byte
{
    /// <summary>None set.</summary>
    None = 0,

    /// <summary>ICMP for IPv4 (RFC 792).</summary>
    Icmp = 1,

    /// <summary>TCP (RFC 9293).</summary>
    Tcp = 6,

    /// <summary>UDP (RFC 768).</summary>
    Udp = 17,

    /// <summary>ICMPv6 (RFC 4443).</summary>
    IcmpV6 = 58,
}
