namespace Wavetank.Sockets.Names.Messages;

/// <summary>The content of NS, CNAME and PTR (RFC 1035 §3.3.11, §3.3.1, §3.3.12).</summary>
internal sealed record NameData(DnsName Name) : DnsData
{
    public override DnsName? Target => Name;

    public override void Write(DnsWriter writer) => writer.WriteName(Name);

    public override string ToString() => Name.ToString();
}
