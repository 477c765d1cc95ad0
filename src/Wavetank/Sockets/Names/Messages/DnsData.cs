using System.Net;

namespace Wavetank.Sockets.Names.Messages;

/// <summary>The content of a record (RFC 1035 §3.3).</summary>
internal abstract record DnsData
{
    /// <summary>The name that the content leads to, whose addresses a server may add; null where there is none.</summary>
    public virtual DnsName? Target => null;

    public abstract void Write(DnsWriter writer);

    /// <summary>Reads the content of a record of a type. False if it is not that.</summary>
    public static bool TryRead(DnsType type, ref DnsReader reader, int length, out DnsData? data)
    {
        data = null;
        switch (type)
        {
            case DnsType.A when length == 4:
            case DnsType.Aaaa when length == 16:
                bool isRead = reader.TryReadBytes(length, out ReadOnlySpan<byte> address);
                data = isRead ? new AddressData(new IPAddress(address)) : null;
                return isRead;
            case DnsType.A or DnsType.Aaaa:
                return false;
            case DnsType.Ns or DnsType.Cname or DnsType.Ptr:
                isRead = reader.TryReadName(out DnsName? name);
                data = isRead ? new NameData(name!) : null;
                return isRead;
            case DnsType.Soa:
                return AuthorityData.TryRead(ref reader, out data);
            case DnsType.Mx:
                return MailData.TryRead(ref reader, out data);
            case DnsType.Txt:
                return TextData.TryRead(ref reader, length, out data);
            case DnsType.Srv:
                return ServiceData.TryRead(ref reader, out data);
            default:
                // RFC 3597 §3: what is not known is kept as it is.
                isRead = reader.TryReadBytes(length, out ReadOnlySpan<byte> bytes);
                data = isRead ? new OpaqueData(bytes.ToArray()) : null;
                return isRead;
        }
    }
}
