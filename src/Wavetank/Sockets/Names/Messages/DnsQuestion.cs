namespace Wavetank.Sockets.Names.Messages;

/// <summary>What a query asks for (RFC 1035 §4.1.2).</summary>
internal sealed record DnsQuestion(DnsName Name, DnsType Type, ushort Class = DnsRecord.Internet);
