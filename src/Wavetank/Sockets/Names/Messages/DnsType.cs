namespace Wavetank.Sockets.Names.Messages;

/// <summary>Types of records (RFC 1035 §3.2.2, §3.2.3 and the RFCs named here), by their numbers on the wire. Others travel as bytes.</summary>
internal enum DnsType : ushort
{
    /// <summary>An IPv4 address.</summary>
    A = 1,

    /// <summary>A name server of the zone.</summary>
    Ns = 2,

    /// <summary>The name that this one is an alias of.</summary>
    Cname = 5,

    /// <summary>The start of a zone of authority.</summary>
    Soa = 6,

    /// <summary>Another name, as that of an address.</summary>
    Ptr = 12,

    /// <summary>A mail exchange.</summary>
    Mx = 15,

    /// <summary>Text.</summary>
    Txt = 16,

    /// <summary>An IPv6 address (RFC 3596).</summary>
    Aaaa = 28,

    /// <summary>Where a service is (RFC 2782).</summary>
    Srv = 33,

    /// <summary>Not a record: what EDNS says of the message (RFC 6891).</summary>
    Opt = 41,

    /// <summary>In a question: all types.</summary>
    Any = 255,
}
