using System.Net;
using Wavetank.Devices;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Reads routes, forwarded ports, rules of firewalls and behaviours of translators.</summary>
internal static class RoutingText
{
    internal static bool TryParseRoute(ReadOnlySpan<char> text, out RouteText? value, out string? problem)
    {
        string[] words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        value = words is [string to, "via", string via] && NameText.IsName(via) && (NameText.IsName(to) || IPNetwork.TryParse(to, out _))
            ? new RouteText(to, via)
            : null;
        problem = value is null ? $"{Quoted.Text(text)} is not a route; write one such as 10.0.0.0/8 via core, default via core or server via core" : null;
        return value is not null;
    }

    internal static bool TryParseForward(ReadOnlySpan<char> text, out ForwardText? value, out string? problem)
    {
        string[] words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        value = words is ["tcp" or "udp", string port, "to", string to] && Count.TryParse(port, out long number, out _) && number is >= 1 and <= 65535
            && DestinationText.TryParseEndpoint(to, out Destination? destination, out _)
            ? new ForwardText(words[0] == "tcp", (int)number, destination!)
            : null;
        problem = value is null ? $"{Quoted.Text(text)} is not a forwarded port; write one such as tcp 8080 to server:80" : null;
        return value is not null;
    }

    internal static bool TryParseRule(ReadOnlySpan<char> text, out FirewallRule? value, out string? problem)
    {
        bool isRule = FirewallRule.TryParse(text.ToString(), out value, out string? wrong);
        problem = isRule ? null : $"{Quoted.Text(text)} is not a rule: {wrong}";
        return isRule;
    }

    internal static bool TryParseInterface(ReadOnlySpan<char> text, out string? value, out string? problem)
    {
        value = text.StartsWith("eth") && Count.TryParse(text[3..], out _, out _) ? text.ToString() : null;
        problem = value is null ? $"{Quoted.Text(text)} is not an interface; write eth0 for the link of this device that the file names first, eth1 for the next, and so on" : null;
        return value is not null;
    }
}
