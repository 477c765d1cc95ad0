using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wavetank.Devices.Filtering;

/// <summary>Reads and writes rules of firewalls.</summary>
internal static class FirewallRuleText
{
    private static readonly (string Word, ProtocolType? Protocol)[] Protocols =
        [("any", null), ("tcp", ProtocolType.Tcp), ("udp", ProtocolType.Udp), ("icmp", ProtocolType.Icmp), ("icmpv6", ProtocolType.IcmpV6)];

    public static bool TryParse(string text, out FirewallRule? rule, out string? problem)
    {
        rule = null;
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (!words.TryDequeue(out string? verb) || ActionOf(verb) is not { } action)
        {
            problem = "a rule begins with allow, deny or reject, such as allow tcp to server port 80";
            return false;
        }

        var read = new FirewallRule(action);
        problem = null;
        while (problem is null && words.TryDequeue(out string? word))
        {
            if (Array.FindIndex(Protocols, row => row.Word == word) is var index and >= 0)
            {
                read = read with { Protocol = Protocols[index].Protocol };
            }
            else if (word is "inward" or "outward")
            {
                read = read with { Direction = word == "inward" ? FirewallDirection.Inward : FirewallDirection.Outward };
            }
            else if (word is "from" or "to")
            {
                problem = ReadPeer(words, word, ref read);
            }
            else
            {
                problem = $"\"{word}\" is not a word of a rule here; the words are tcp, udp, icmp, icmpv6, any, inward, outward, from and to, and port behind the last two";
            }
        }

        if (problem is null && read.Protocol is not (ProtocolType.Tcp or ProtocolType.Udp)
            && (read.FromPorts != PortRange.All || read.ToPorts != PortRange.All))
        {
            problem = "only tcp and udp have ports; say which of them";
        }

        rule = problem is null ? read : null;
        return problem is null;
    }

    public static string Format(FirewallRule rule)
    {
        var text = new StringBuilder(rule.Action.ToString().ToLowerInvariant());
        if (rule.Protocol is { } protocol)
        {
            text.Append(' ').Append(Array.Find(Protocols, row => row.Protocol == protocol).Word);
        }

        if (rule.Direction != FirewallDirection.Any)
        {
            text.Append(' ').Append(rule.Direction.ToString().ToLowerInvariant());
        }

        AppendPeer(text, " from ", rule.From, rule.FromPorts);
        AppendPeer(text, " to ", rule.To, rule.ToPorts);
        return text.ToString();
    }

    private static void AppendPeer(StringBuilder text, string word, IReadOnlyList<string> who, PortRange ports)
    {
        if (who.Count > 0 || ports != PortRange.All)
        {
            text.Append(word).Append(who.Count == 0 ? "any" : string.Join(',', who));
        }

        if (ports != PortRange.All)
        {
            text.Append(CultureInfo.InvariantCulture, $" port {ports}");
        }
    }

    private static FirewallAction? ActionOf(string word) => word switch
    {
        "allow" => FirewallAction.Allow,
        "deny" => FirewallAction.Deny,
        "reject" => FirewallAction.Reject,
        _ => null,
    };

    private static string? ReadPeer(Queue<string> words, string side, ref FirewallRule rule)
    {
        if (!words.TryDequeue(out string? who) || who == "port")
        {
            return $"\"{side}\" is followed by a device, an address, a block such as 10.0.0.0/8, or any";
        }

        string[] names = who == "any" ? [] : who.Split(',', StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names)
        {
            if (name.Contains('/', StringComparison.Ordinal) && !IPNetwork.TryParse(name, out _))
            {
                return $"\"{name}\" is no block of addresses; write one such as 10.0.0.0/8";
            }
        }

        PortRange ports = PortRange.All;
        if (words.TryPeek(out string? next) && next == "port")
        {
            words.Dequeue();
            if (!words.TryDequeue(out string? range) || !TryParsePorts(range, out ports))
            {
                return "\"port\" is followed by a port from 0 to 65535, or by a range such as 5000-5100";
            }
        }

        rule = side == "from" ? rule with { From = names, FromPorts = ports } : rule with { To = names, ToPorts = ports };
        return null;
    }

    private static bool TryParsePorts(string text, out PortRange ports)
    {
        int hyphen = text.IndexOf('-', StringComparison.Ordinal);
        string first = hyphen < 0 ? text : text[..hyphen], last = hyphen < 0 ? text : text[(hyphen + 1)..];
        ports = default;
        if (!ushort.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out ushort from)
            || !ushort.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out ushort to) || to < from)
        {
            return false;
        }

        ports = new PortRange(from, to);
        return true;
    }
}
