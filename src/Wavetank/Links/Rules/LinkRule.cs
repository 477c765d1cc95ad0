namespace Wavetank.Links.Rules;

/// <summary>
/// Something that a link does to packets that match: of those, to all or to some. Rules look at a packet when it is sent, one after the other, before
/// chance has its turn; a packet that one drops is not seen by those behind it.
/// </summary>
/// <param name="Match">Which packets it is about.</param>
/// <param name="Action">What is done with them.</param>
public sealed record LinkRule(PacketFilter Match, LinkAction Action)
{
    /// <summary>Which of the packets that match. Default: all.</summary>
    public PacketSelection Packets { get; init; } = PacketSelection.All;

    /// <summary>For how much longer, for <see cref="LinkAction.Delay"/>; zero or more.</summary>
    public TimeSpan ExtraDelay { get; init; }

    /// <summary>What is set: a time to live (1 to 255) or a DSCP (0 to 63).</summary>
    public int Value { get; init; }

    /// <summary>Drops what matches.</summary>
    /// <param name="match">An expression such as <c>tcp &amp;&amp; syn</c>.</param>
    /// <param name="packets">Which of them; all by default.</param>
    /// <exception cref="PacketFilterException">The expression is none.</exception>
    public static LinkRule Drop(string match, PacketSelection? packets = null) =>
        new(PacketFilter.Parse(match), LinkAction.Drop) { Packets = packets ?? PacketSelection.All };

    /// <summary>Drops what matches.</summary>
    /// <param name="match">Looks at a packet, and does nothing else.</param>
    /// <param name="packets">Which of them; all by default.</param>
    public static LinkRule Drop(Func<Packets.Packet, bool> match, PacketSelection? packets = null) =>
        new(PacketFilter.Of(match), LinkAction.Drop) { Packets = packets ?? PacketSelection.All };

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Match);
        ArgumentNullException.ThrowIfNull(Packets);
        Ranges.CheckTime(ExtraDelay, nameof(ExtraDelay));
        if (Action == LinkAction.SetTimeToLive && Value is not (>= 1 and <= 255))
        {
            throw new ArgumentOutOfRangeException(nameof(Value), Value, "A time to live is 1 to 255.");
        }

        if (Action == LinkAction.SetDscp && Value is not (>= 0 and <= 63))
        {
            throw new ArgumentOutOfRangeException(nameof(Value), Value, "A DSCP is 0 to 63.");
        }
    }
}
