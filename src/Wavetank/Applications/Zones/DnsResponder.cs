using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Applications.Zones;

/// <summary>Answers queries from zones, as an authoritative server does (RFC 1034 §4.3.2).</summary>
internal sealed class DnsResponder(IReadOnlyList<DnsZone> zones)
{
    // As many as resolvers follow; a ring of aliases ends there.
    private const int MostAliases = 16;

    /// <summary>The response to a query that could be read.</summary>
    public DnsMessage Respond(DnsMessage query)
    {
        DnsMessage response = Begin(query);
        if (query.OpCode != 0)
        {
            response.Code = DnsResponseCode.NotImplemented;
        }
        else if (query.Questions.Count != 1)
        {
            response.Code = DnsResponseCode.FormatError;
        }
        else if (query.Edns is { Version: > 0 })
        {
            // RFC 6891 §6.1.3.
            response.Code = DnsResponseCode.BadVersion;
        }
        else if (query.Questions[0].Class != DnsRecord.Internet || ZoneOf(query.Questions[0].Name) is not { } zone)
        {
            response.Code = DnsResponseCode.Refused;
        }
        else
        {
            response.IsAuthoritative = true;
            Answer(query.Questions[0], zone, response);
        }

        return response;
    }

    /// <summary>A response without an answer.</summary>
    public static DnsMessage Fail(DnsMessage query, DnsResponseCode code)
    {
        DnsMessage response = Begin(query);
        response.Code = code;
        return response;
    }

    private static DnsMessage Begin(DnsMessage query)
    {
        var response = new DnsMessage
        {
            Id = query.Id,
            IsResponse = true,
            OpCode = query.OpCode,
            RecursionDesired = query.RecursionDesired,

            // RFC 6891 §6.1.1: whoever speaks EDNS is answered in it.
            Edns = query.Edns is null ? null : new DnsEdns(LargestUdp),
        };
        response.Questions.AddRange(query.Questions);
        return response;
    }

    /// <summary>The most that the server sends or takes over UDP, whatever the client would: what fits a packet (RFC 9715 §3.2).</summary>
    public const ushort LargestUdp = 1400;

    private DnsZone? ZoneOf(DnsName name)
    {
        DnsZone? nearest = null;
        foreach (DnsZone zone in zones)
        {
            if (name.IsWithin(zone.OriginName) && (nearest is null || zone.OriginName.Wire.Length > nearest.OriginName.Wire.Length))
            {
                nearest = zone;
            }
        }

        return nearest;
    }

    private void Answer(DnsQuestion question, DnsZone zone, DnsMessage response)
    {
        DnsName name = question.Name;
        for (int i = 0; i < MostAliases; i++)
        {
            IReadOnlyList<DnsRecord>? records = zone.Find(name);
            DnsRecord[] matching = [.. (records ?? []).Where(record => record.Type == question.Type || question.Type == DnsType.Any)];
            if (matching.Length > 0)
            {
                response.Answers.AddRange(matching);
                AddAddresses(matching, response);
                return;
            }

            if (records?.FirstOrDefault(record => record.Type == DnsType.Cname) is not { Data: NameData alias } step)
            {
                // RFC 2308 §2.1, §2.2: no such name, or none of that type; the SOA says for how long that may be kept. Behind an alias
                // the code is that of the name it leads to (RFC 6604 §3).
                response.Code = records is null ? DnsResponseCode.NameError : DnsResponseCode.NoError;
                response.Authorities.Add(zone.Start());
                return;
            }

            response.Answers.Add(step);
            name = alias.Name;
            if (ZoneOf(name) is not { } next)
            {
                return;
            }

            zone = next;
        }

        response.Answers.Clear();
        response.Code = DnsResponseCode.ServerFailure;
    }

    /// <summary>Adds the addresses of hosts that records lead to (RFC 1034 §4.3.2, step 6).</summary>
    private void AddAddresses(DnsRecord[] records, DnsMessage response)
    {
        foreach (DnsRecord record in records)
        {
            if (record.Type is DnsType.Ns or DnsType.Mx or DnsType.Srv && record.Data.Target is { } target && ZoneOf(target) is { } zone)
            {
                IEnumerable<DnsRecord> addresses = (zone.Find(target) ?? []).Where(other => other.Type is DnsType.A or DnsType.Aaaa);
                response.Additionals.AddRange(addresses.Except(response.Additionals).Except(response.Answers));
            }
        }
    }
}
