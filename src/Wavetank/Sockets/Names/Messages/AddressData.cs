using System.Net;

namespace Wavetank.Sockets.Names.Messages;

/// <summary>The content of A and AAAA (RFC 1035 §3.4.1, RFC 3596 §2.2).</summary>
internal sealed record AddressData(IPAddress Address) : DnsData
{
    public override void Write(DnsWriter writer) => writer.WriteBytes(Address.GetAddressBytes());

    public override string ToString() => Address.ToString();
}
