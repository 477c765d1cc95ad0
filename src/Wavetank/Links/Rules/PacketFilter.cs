using Wavetank.Packets;

namespace Wavetank.Links.Rules;

/// <summary>
/// Which packets something is about: an expression in the words of tcpdump, such as <c>tcp &amp;&amp; dst port 80 &amp;&amp; syn</c>, or a function. The grammar stands in
/// docs/reference/packet-filters.md.
/// </summary>
public sealed class PacketFilter
{
    private readonly Func<Packet, bool> _matches;

    private PacketFilter(string text, Func<Packet, bool> matches, IReadOnlyList<string>? hostNames = null)
    {
        Text = text;
        HostNames = hostNames ?? [];
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
        if (string.IsNullOrWhiteSpace(text))
        {
            return All;
        }

        List<string> names = [];
        return new PacketFilter(text, new PacketFilterParser(text, NoteName).Parse(), names);

        Func<Address, bool> NoteName(string name)
        {
            names.Add(name);
            return _ => throw new InvalidOperationException($"The filter names the host \"{name}\"; only the rules of a network's link know names. Write an address.");
        }
    }

    /// <summary>A function, which looks at a packet and does nothing else.</summary>
    public static PacketFilter Of(Func<Packet, bool> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        return new PacketFilter("(code)", matches);
    }

    /// <summary>The devices that the expression names by <c>host NAME</c>: of a network's link it takes any of their addresses.</summary>
    public IReadOnlyList<string> HostNames { get; }

    /// <summary>Whether the packet is one of them.</summary>
    /// <exception cref="InvalidOperationException">The expression names a device, and this is not asked by a link.</exception>
    public bool Matches(Packet packet) => _matches(packet);

    /// <summary>The same, where names are known.</summary>
    /// <param name="hosts">For each of <see cref="HostNames"/> whether an address is one of its own.</param>
    internal PacketFilter With(Func<string, Func<Address, bool>> hosts) => HostNames.Count == 0 ? this : new PacketFilter(Text, new PacketFilterParser(Text, hosts).Parse());

    /// <summary>The expression.</summary>
    public override string ToString() => Text;
}
