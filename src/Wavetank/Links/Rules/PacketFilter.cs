using Wavetank.Packets;

namespace Wavetank.Links.Rules;

/// <summary>
/// Which packets something is about: an expression in the words of tcpdump, such as <c>tcp &amp;&amp; dst port 80 &amp;&amp; syn</c>, or a function. The grammar stands in
/// docs/reference/packet-filters.md.
/// </summary>
public sealed class PacketFilter
{
    private readonly Func<Packet, bool> _matches;

    private PacketFilter(string text, Func<Packet, bool> matches)
    {
        Text = text;
        _matches = matches;
    }

    /// <summary>All packets.</summary>
    public static PacketFilter All { get; } = new("", static _ => true);

    /// <summary>The expression; empty for all packets, and <c>(code)</c> for a function.</summary>
    public string Text { get; }

    /// <summary>Reads an expression of at most 1,000 characters; an empty one takes all packets.</summary>
    /// <exception cref="PacketFilterException">It is none; the message says where and why.</exception>
    public static PacketFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.IsNullOrWhiteSpace(text) ? All : new PacketFilter(text, new PacketFilterParser(text).Parse());
    }

    /// <summary>A function, which looks at a packet and does nothing else.</summary>
    public static PacketFilter Of(Func<Packet, bool> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        return new PacketFilter("(code)", matches);
    }

    /// <summary>Whether the packet is one of them.</summary>
    public bool Matches(Packet packet) => _matches(packet);

    /// <summary>The expression.</summary>
    public override string ToString() => Text;
}
