using System.Net.Sockets;
using Wavetank.Devices.Filtering;

namespace Wavetank.Devices;

/// <summary>One rule of a firewall: what it does with which flows. What is not said matches everything.</summary>
/// <param name="Action">What it does.</param>
public sealed record FirewallRule(FirewallAction Action)
{
    /// <summary>TCP, UDP, ICMP or ICMPv6; null, the default, for any.</summary>
    public ProtocolType? Protocol { get; init; }

    /// <summary>Which way the first packet goes. Default any.</summary>
    public FirewallDirection Direction { get; init; }

    /// <summary>Who begins it: names of devices, addresses, or blocks such as <c>10.0.0.0/8</c>. Default none, which means anyone.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>From which ports. Default all.</summary>
    public PortRange FromPorts { get; init; } = PortRange.All;

    /// <summary>To whom it goes, likewise.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>To which ports. Default all.</summary>
    public PortRange ToPorts { get; init; } = PortRange.All;

    /// <summary>
    /// Reads a rule as a scenario writes it: <c>allow|deny|reject [tcp|udp|icmp|icmpv6|any] [inward|outward] [from WHO [port N[-M]]]
    /// [to WHO [port N[-M]]]</c>, where WHO is <c>any</c>, a device, an address or a block.
    /// </summary>
    /// <param name="text">Such as <c>allow tcp to server port 80</c>.</param>
    /// <exception cref="FormatException">It is no rule; the message says what is wrong.</exception>
    public static FirewallRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out FirewallRule? rule, out string? problem) ? rule! : throw new FormatException(problem);
    }

    /// <summary>The same, without an exception.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    public static bool TryParse(string text, out FirewallRule? rule, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FirewallRuleText.TryParse(text, out rule, out problem);
    }

    /// <summary>The rule as a scenario writes it.</summary>
    public override string ToString() => FirewallRuleText.Format(this);
}
