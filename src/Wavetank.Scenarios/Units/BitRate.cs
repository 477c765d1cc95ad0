namespace Wavetank.Scenarios.Units;

/// <summary>A rate in bits per second, written <c>10Mbps</c> or <c>64kbit</c>; the prefixes are decimal.</summary>
/// <remarks>The words are those of ISPs and data sheets: <c>bps</c> counts bits, where the <c>tc</c> command counts bytes under that name.</remarks>
/// <param name="BitsPerSecond">0 or more; at most 1000 Tbps.</param>
public readonly record struct BitRate(long BitsPerSecond) : IComparable<BitRate>
{
    internal static readonly UnitSet Units = new(
        "a rate", "10Mbps", "Mbps", 1_000_000_000_000_000L,
        new Unit("bps", 1),
        new Unit("bit", 1, IsAlias: true),
        new Unit("kbps", 1_000, TakesFraction: true),
        new Unit("kbit", 1_000, IsAlias: true),
        new Unit("Mbps", 1_000_000, TakesFraction: true),
        new Unit("Mbit", 1_000_000, IsAlias: true),
        new Unit("Gbps", 1_000_000_000, TakesFraction: true),
        new Unit("Gbit", 1_000_000_000, IsAlias: true),
        new Unit("Tbps", 1_000_000_000_000, TakesFraction: true),
        new Unit("Tbit", 1_000_000_000_000, IsAlias: true));

    /// <summary>Reads a rate: a number and one of the units bps, kbps, Mbps, Gbps, Tbps, bit, kbit, Mbit, Gbit, Tbit.</summary>
    /// <param name="text">The text, for example <c>10Mbps</c>.</param>
    /// <param name="value">The exact value.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether the text is a rate.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out BitRate value, out string? problem)
    {
        bool ok = Units.TryParse(text, out long number, out problem);
        value = new BitRate(number);
        return ok;
    }

    /// <inheritdoc/>
    public int CompareTo(BitRate other) => BitsPerSecond.CompareTo(other.BitsPerSecond);

    /// <summary>The shortest exact way to write the value: <c>10Mbps</c>.</summary>
    public override string ToString() => Units.Format(BitsPerSecond);

    /// <summary>Orders by value.</summary>
    public static bool operator <(BitRate left, BitRate right) => left.BitsPerSecond < right.BitsPerSecond;

    /// <summary>Orders by value.</summary>
    public static bool operator >(BitRate left, BitRate right) => left.BitsPerSecond > right.BitsPerSecond;

    /// <summary>Orders by value.</summary>
    public static bool operator <=(BitRate left, BitRate right) => left.BitsPerSecond <= right.BitsPerSecond;

    /// <summary>Orders by value.</summary>
    public static bool operator >=(BitRate left, BitRate right) => left.BitsPerSecond >= right.BitsPerSecond;
}
