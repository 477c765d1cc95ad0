using System.Net.Sockets;
using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Sockets.Names;

/// <summary>An answer as whoever asked needs it: the records of the type, behind all aliases.</summary>
/// <param name="Status">What came of it.</param>
/// <param name="Name">The name that the aliases lead to.</param>
/// <param name="Records">The records; none unless it is a success.</param>
/// <param name="Ttl">For how many seconds it may be kept; 0 for not at all.</param>
internal sealed record ResolverAnswer(ResolverStatus Status, DnsName Name, IReadOnlyList<DnsRecord> Records, uint Ttl)
{
    private const int MostAliases = 16;

    /// <summary>
    /// The error that .NET gives on Linux. Its native layer makes one of EAI_NODATA and EAI_NONAME, so a name without the wanted
    /// address is not found, rather than NoData as on Windows.
    /// </summary>
    public SocketError Error => Status switch
    {
        ResolverStatus.Success => SocketError.Success,
        ResolverStatus.TryAgain => SocketError.TryAgain,
        _ => SocketError.HostNotFound,
    };

    /// <summary>Where no server has answered.</summary>
    public static ResolverAnswer TryAgain(DnsName name) => new(ResolverStatus.TryAgain, name, [], 0);

    /// <summary>Reads a response that says NoError or NameError.</summary>
    public static ResolverAnswer From(DnsQuestion question, DnsMessage response)
    {
        DnsName name = question.Name;
        uint ttl = uint.MaxValue;
        for (int i = 0; i < MostAliases; i++)
        {
            DnsName owner = name;
            List<DnsRecord> found = response.Answers.FindAll(record => record.Name.Equals(owner) && Matches(record, question.Type));
            if (found.Count > 0)
            {
                return new ResolverAnswer(ResolverStatus.Success, name, found, Math.Min(ttl, found.Min(record => record.Ttl)));
            }

            if (response.Answers.Find(record => record.Name.Equals(owner) && record.Type == DnsType.Cname) is not { Data: NameData alias } step)
            {
                break;
            }

            name = alias.Name;
            ttl = Math.Min(ttl, step.Ttl);
        }

        ResolverStatus status = response.Code == DnsResponseCode.NameError ? ResolverStatus.NotFound : ResolverStatus.NoData;
        return new ResolverAnswer(status, name, [], Math.Min(ttl, NegativeTtl(response)));
    }

    private static bool Matches(DnsRecord record, DnsType type) => record.Type == type || type == DnsType.Any;

    private static uint NegativeTtl(DnsMessage response)
    {
        // RFC 2308 §5: for the lesser of the SOA's minimum and its TTL; without a SOA, not at all.
        DnsRecord? start = response.Authorities.Find(record => record.Type == DnsType.Soa);
        return start?.Data is AuthorityData authority ? Math.Min(start.Ttl, authority.Minimum) : 0;
    }
}
