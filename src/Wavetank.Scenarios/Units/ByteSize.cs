namespace Wavetank.Scenarios.Units;

/// <summary>A number of bytes, written <c>64B</c>, <c>10KB</c> (10,000) or <c>16KiB</c> (16,384).</summary>
/// <remarks>KB, MB, GB, TB are powers of 1000; KiB, MiB, GiB, TiB are powers of 1024 (IEC 80000-13).</remarks>
/// <param name="Bytes">0 or more; at most 1000 TB.</param>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    internal static readonly UnitSet Units = new(
        "a size", "64KB", "B", 1_000_000_000_000_000L,
        new Unit("B", 1),
        new Unit("KB", 1_000),
        new Unit("kB", 1_000, IsAlias: true),
        new Unit("KiB", 1L << 10),
        new Unit("MB", 1_000_000),
        new Unit("MiB", 1L << 20),
        new Unit("GB", 1_000_000_000),
        new Unit("GiB", 1L << 30),
        new Unit("TB", 1_000_000_000_000),
        new Unit("TiB", 1L << 40));

    /// <summary>Reads a size: a number and one of the units B, KB, KiB, MB, MiB, GB, GiB, TB, TiB.</summary>
    /// <param name="text">The text, for example <c>64KB</c>.</param>
    /// <param name="value">The exact value.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether the text is a size.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ByteSize value, out string? problem)
    {
        bool ok = Units.TryParse(text, out long number, out problem);
        value = new ByteSize(number);
        return ok;
    }

    /// <inheritdoc/>
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>The shortest exact way to write the value: <c>64KB</c>.</summary>
    public override string ToString() => Units.Format(Bytes);

    /// <summary>Orders by value.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Orders by value.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Orders by value.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Orders by value.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;
}
