namespace Wavetank.Sockets.Names.Messages;

/// <summary>The content of SOA (RFC 1035 §3.3.13).</summary>
/// <param name="Primary">The server that the zone comes from.</param>
/// <param name="Mailbox">Whom to write to, with the first dot for the at sign.</param>
/// <param name="Serial">The zone's version.</param>
/// <param name="Refresh">Seconds; for secondary servers.</param>
/// <param name="Retry">Seconds; for secondary servers.</param>
/// <param name="Expire">Seconds; for secondary servers.</param>
/// <param name="Minimum">For how many seconds "there is no such thing" may be kept (RFC 2308 §4).</param>
internal sealed record AuthorityData(DnsName Primary, DnsName Mailbox, uint Serial, uint Refresh, uint Retry, uint Expire, uint Minimum) : DnsData
{
    public override void Write(DnsWriter writer)
    {
        writer.WriteName(Primary);
        writer.WriteName(Mailbox);
        writer.WriteUInt32(Serial);
        writer.WriteUInt32(Refresh);
        writer.WriteUInt32(Retry);
        writer.WriteUInt32(Expire);
        writer.WriteUInt32(Minimum);
    }

    public static bool TryRead(ref DnsReader reader, out DnsData? data)
    {
        data = null;
        if (!reader.TryReadName(out DnsName? primary)
            || !reader.TryReadName(out DnsName? mailbox)
            || !reader.TryReadUInt32(out uint serial)
            || !reader.TryReadUInt32(out uint refresh)
            || !reader.TryReadUInt32(out uint retry)
            || !reader.TryReadUInt32(out uint expire)
            || !reader.TryReadUInt32(out uint minimum))
        {
            return false;
        }

        data = new AuthorityData(primary!, mailbox!, serial, refresh, retry, expire, minimum);
        return true;
    }

    public override string ToString() => $"{Primary} {Mailbox} {Serial} {Refresh} {Retry} {Expire} {Minimum}";
}
