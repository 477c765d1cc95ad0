namespace Wavetank.Sockets.Names.Messages;

/// <summary>A resource record (RFC 1035 §4.1.3).</summary>
/// <param name="Name">Whose record it is.</param>
/// <param name="Type">What it says.</param>
/// <param name="Ttl">For how many seconds it may be kept.</param>
/// <param name="Data">The content.</param>
/// <param name="Class">Nearly always that of the internet.</param>
internal sealed record DnsRecord(DnsName Name, DnsType Type, uint Ttl, DnsData Data, ushort Class = DnsRecord.Internet)
{
    /// <summary>The class IN.</summary>
    public const ushort Internet = 1;

    public void Write(DnsWriter writer)
    {
        writer.WriteName(Name);
        writer.WriteUInt16((ushort)Type);
        writer.WriteUInt16(Class);
        writer.WriteUInt32(Ttl);
        int lengthAt = writer.Length;
        writer.WriteUInt16(0);
        Data.Write(writer);
        writer.PatchUInt16(lengthAt, (ushort)(writer.Length - lengthAt - sizeof(ushort)));
    }

    /// <summary>Reads a record. False if it is cut off, or its content is not what its type has.</summary>
    public static bool TryRead(ref DnsReader reader, out DnsRecord? record)
    {
        record = null;
        if (!reader.TryReadName(out DnsName? name)
            || !reader.TryReadUInt16(out ushort type)
            || !reader.TryReadUInt16(out ushort recordClass)
            || !reader.TryReadUInt32(out uint ttl)
            || !reader.TryReadUInt16(out ushort length)
            || length > reader.Remaining)
        {
            return false;
        }

        int end = reader.Position + length;
        if (!DnsData.TryRead((DnsType)type, ref reader, length, out DnsData? data) || reader.Position != end)
        {
            return false;
        }

        // RFC 2181 §8: a TTL with its highest bit set is taken for zero. In OPT the field is no TTL (RFC 6891 §6.1.3).
        bool isTooLong = ttl > int.MaxValue && (DnsType)type != DnsType.Opt;
        record = new DnsRecord(name!, (DnsType)type, isTooLong ? 0 : ttl, data!, recordClass);
        return true;
    }
}
