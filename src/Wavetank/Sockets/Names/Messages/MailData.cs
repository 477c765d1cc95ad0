namespace Wavetank.Sockets.Names.Messages;

/// <summary>The content of MX (RFC 1035 §3.3.9).</summary>
/// <param name="Preference">The least is preferred.</param>
/// <param name="Exchange">The host that takes the mail.</param>
internal sealed record MailData(ushort Preference, DnsName Exchange) : DnsData
{
    public override DnsName? Target => Exchange;

    public override void Write(DnsWriter writer)
    {
        writer.WriteUInt16(Preference);
        writer.WriteName(Exchange);
    }

    public static bool TryRead(ref DnsReader reader, out DnsData? data)
    {
        bool isRead = reader.TryReadUInt16(out ushort preference) & reader.TryReadName(out DnsName? exchange);
        data = isRead ? new MailData(preference, exchange!) : null;
        return isRead;
    }

    public override string ToString() => $"{Preference} {Exchange}";
}
