namespace Wavetank.Sockets.Names.Messages;

/// <summary>What came of a query (RFC 1035 §4.1.1, RFC 6891 §6.1.3).</summary>
internal enum DnsResponseCode : ushort
{
    NoError = 0,

    /// <summary>FORMERR: the server could not read the query.</summary>
    FormatError = 1,

    /// <summary>SERVFAIL.</summary>
    ServerFailure = 2,

    /// <summary>NXDOMAIN: there is no such name.</summary>
    NameError = 3,

    /// <summary>NOTIMP.</summary>
    NotImplemented = 4,

    Refused = 5,

    /// <summary>BADVERS: a version of EDNS that the server does not know.</summary>
    BadVersion = 16,
}
