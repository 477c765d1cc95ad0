using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Running.Packets;

/// <summary>The names that scripts give to ICMP's types and codes (RFC 792, RFC 1122 §3.2.2.1, RFC 4443 §3).</summary>
internal static class IcmpNames
{
    private static readonly string[] UnreachableCodes =
    [
        "net_unreachable", "host_unreachable", "protocol_unreachable", "port_unreachable", "frag_needed", "source_route_failed",
        "net_unknown", "host_unknown", "source_host_isolated", "net_prohibited", "host_prohibited", "net_unreachable_for_tos",
        "host_unreachable_for_tos", "packet_filtered", "precedence_violation", "precedence_cutoff",
    ];

    private static readonly string[] UnreachableCodesV6 =
        ["net_unreachable", "admin_prohibited", "not_neighbour", "address_unreachable", "port_unreachable"];

    public static (byte Type, byte Code) Find(PacketSpec.Icmp spec, bool isIPv6, Place place)
    {
        string code = spec.Code ?? "";
        return (isIPv6, spec.Type) switch
        {
            (false, "unreachable") => (3, CodeOf(UnreachableCodes, code, place)),
            (false, "source_quench") => (4, 0),
            (false, "time_exceeded") => (11, CodeOf(["ttl_exceeded", "reassembly_exceeded"], code, place)),
            (false, "parameter_problem") => (12, 0),
            (true, "unreachable") => (1, CodeOf(UnreachableCodesV6, code, place)),
            (true, "packet_too_big") => (2, 0),
            (true, "time_exceeded") => (3, CodeOf(["ttl_exceeded", "reassembly_exceeded"], code, place)),
            (true, "parameter_problem") => (4, 0),
            _ => throw new ScriptFailure(place, $"'{spec.Type}' is no type of {(isIPv6 ? "ICMPv6" : "ICMP")} error that is known here"),
        };
    }

    private static byte CodeOf(string[] codes, string code, Place place)
    {
        int index = code.Length == 0 ? 0 : Array.IndexOf(codes, code);
        return index >= 0
            ? (byte)index
            : throw new ScriptFailure(place, $"'{code}' is no code of this ICMP error: {string.Join(", ", codes)} are");
    }
}
