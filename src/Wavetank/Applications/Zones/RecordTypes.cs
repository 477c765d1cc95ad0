using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Applications.Zones;

/// <summary>The types of records by the names that zone files write.</summary>
internal static class RecordTypes
{
    private static readonly (string Name, DnsType Type, string Example)[] All =
    [
        ("A", DnsType.A, "www A 10.0.0.1"),
        ("AAAA", DnsType.Aaaa, "www AAAA fd00::1"),
        ("CNAME", DnsType.Cname, "www CNAME server"),
        ("MX", DnsType.Mx, "@ MX 10 mail"),
        ("NS", DnsType.Ns, "@ NS dns"),
        ("PTR", DnsType.Ptr, "1.0.0.10.in-addr.arpa. PTR server"),
        ("SRV", DnsType.Srv, "_sip._udp SRV 0 5 5060 server"),
        ("TXT", DnsType.Txt, "www TXT \"any text\""),
        ("SOA", DnsType.Soa, ""),
        ("ANY", DnsType.Any, ""),
    ];

    /// <summary>The types that may be asked for, in words.</summary>
    public static string Asked { get; } = string.Join(", ", All.Select(row => row.Name));

    /// <summary>The types that a zone may be given, in words.</summary>
    public static string InZones { get; } = string.Join(", ", All.Where(row => row.Example.Length > 0).Select(row => row.Name));

    public static bool TryParse(string name, out DnsType type)
    {
        int index = Array.FindIndex(All, row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        type = index < 0 ? default : All[index].Type;
        return index >= 0;
    }

    public static string Example(DnsType type) => Array.Find(All, row => row.Type == type).Example;
}
