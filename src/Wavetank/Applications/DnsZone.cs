using System.Net;
using System.Net.Sockets;
using Wavetank.Applications.Zones;
using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Applications;

/// <summary>A zone of a <see cref="DnsServer"/>: names with their records (RFC 1034 §4.2). It has no delegations and no wildcards.</summary>
public sealed class DnsZone
{
    private readonly Dictionary<DnsName, List<DnsRecord>> _records = [];
    private readonly DnsName _origin;
    private readonly uint _ttl;
    private readonly uint _negativeTtl;

    /// <summary>Makes an empty zone.</summary>
    /// <param name="origin">The name that all names of the zone end with. Default: the root, so that every name is in the zone.</param>
    /// <param name="ttl">For how long answers may be kept, in whole seconds, where a record says nothing else. Default 5 minutes.</param>
    /// <param name="negativeTtl">For how long "there is no such name" may be kept, in whole seconds (RFC 2308). Default: as <paramref name="ttl"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="origin"/> is not a domain name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, or more than 2,147,483,647 s.</exception>
    public DnsZone(string origin = ".", TimeSpan? ttl = null, TimeSpan? negativeTtl = null)
    {
        ArgumentNullException.ThrowIfNull(origin);
        _origin = DnsName.TryParse(origin, out DnsName? name) ? name! : throw new ArgumentException($"'{origin}' is not a domain name.", nameof(origin));
        _ttl = ToSeconds(ttl ?? TimeSpan.FromMinutes(5), nameof(ttl));
        _negativeTtl = negativeTtl is { } negative ? ToSeconds(negative, nameof(negativeTtl)) : _ttl;
        Open(_origin).Add(new DnsRecord(_origin, DnsType.Soa, _ttl, StartOfAuthority()));
    }

    /// <summary>The name that all names of the zone end with.</summary>
    public string Origin => _origin.ToString();

    /// <summary>
    /// Whether the server adds the names and addresses of the network's hosts when it starts, with the names of their addresses where
    /// the zone is the root. A host whose name has records already is left out. Default false.
    /// </summary>
    public bool IncludesHosts { get; init; }

    internal DnsName OriginName => _origin;

    /// <summary>Adds a record as a zone file writes it (RFC 1035 §5.1), such as <c>www 60 A 10.0.0.1</c> or <c>@ MX 10 mail</c>.</summary>
    /// <param name="record">A name, perhaps a TTL in seconds, a type (A, AAAA, CNAME, MX, NS, PTR, SRV, TXT) and its data. Names that do not end with a dot stand below the origin.</param>
    /// <returns>The zone.</returns>
    /// <exception cref="FormatException">It is none, or does not go together with the others; the message says what would be right.</exception>
    public DnsZone Add(string record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return TryAdd(record, out string? problem) ? this : throw new FormatException($"{problem}.");
    }

    /// <summary>Adds an address of a name: a record A or AAAA.</summary>
    /// <param name="name">The name; below the origin where it does not end with a dot.</param>
    /// <param name="address">The address.</param>
    /// <returns>The zone.</returns>
    /// <exception cref="FormatException">The name is none, or is an alias.</exception>
    public DnsZone Add(string name, IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Add($"{name} {(address.AddressFamily == AddressFamily.InterNetwork ? "A" : "AAAA")} {address}");
    }

    /// <summary>Adds a record as <see cref="Add(string)"/> does, if it is one.</summary>
    /// <param name="record">The record as a zone file writes it.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(string record, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!ZoneText.TryParse(record, _origin, _ttl, out DnsRecord? read, out problem))
        {
            return false;
        }

        if (!read!.Name.IsWithin(_origin))
        {
            problem = $"'{read.Name}' is not in the zone '{_origin}'";
            return false;
        }

        List<DnsRecord> records = Open(read.Name);

        // RFC 2181 §10.1: where there is an alias there is nothing else.
        if (records.Exists(other => other.Type == DnsType.Cname || read.Type == DnsType.Cname))
        {
            problem = $"'{read.Name}' cannot be an alias and have other records (RFC 2181 §10.1)";
            return false;
        }

        records.Add(read);
        return true;
    }

    /// <summary>Adds a host of the network.</summary>
    internal void AddHost(string hostName, IEnumerable<IPAddress> addresses)
    {
        if (!ZoneText.TryParseName(hostName, _origin, out DnsName? name) || Find(name!) is { Count: > 0 })
        {
            return;
        }

        foreach (IPAddress address in addresses)
        {
            DnsType type = address.AddressFamily == AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa;
            Open(name!).Add(new DnsRecord(name!, type, _ttl, new AddressData(address)));
            DnsName reverse = DnsName.OfAddress(address);
            if (reverse.IsWithin(_origin) && Find(reverse) is not { Count: > 0 })
            {
                Open(reverse).Add(new DnsRecord(reverse, DnsType.Ptr, _ttl, new NameData(name!)));
            }
        }
    }

    /// <summary>The records of a name: none where only names below it have some (RFC 8020 §2), null where there is no such name.</summary>
    internal IReadOnlyList<DnsRecord>? Find(DnsName name) => _records.GetValueOrDefault(name);

    /// <summary>The SOA as a negative answer has it.</summary>
    internal DnsRecord Start()
    {
        // RFC 2308 §3: its TTL is the lesser of its own and its minimum.
        DnsRecord start = _records[_origin][0];
        return start with { Ttl = Math.Min(start.Ttl, ((AuthorityData)start.Data).Minimum) };
    }

    private static uint ToSeconds(TimeSpan time, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromSeconds(int.MaxValue), name);
        return (uint)(time.Ticks / TimeSpan.TicksPerSecond);
    }

    /// <summary>The records of a name, which from now on exists, as do all between it and the origin.</summary>
    private List<DnsRecord> Open(DnsName name)
    {
        for (DnsName above = name; !_records.ContainsKey(above); above = above.Parent)
        {
            _records.Add(above, []);
            if (above.Equals(_origin))
            {
                break;
            }
        }

        return _records[name];
    }

    private AuthorityData StartOfAuthority()
    {
        // RFC 1912 §2.2 has such times; nobody copies this zone, so only the last is ever looked at.
        DnsName below(string label) => DnsName.Parse(_origin.IsRoot ? label : $"{label}.{_origin}");
        return new AuthorityData(below("ns"), below("hostmaster"), 1, 86_400, 7_200, 1_209_600, _negativeTtl);
    }
}
