namespace Wavetank.Compare.Workloads;

/// <summary>Bytes that differ from place to place, so that a lost, repeated or mixed-up run of bytes is seen.</summary>
internal static class BytePattern
{
    private const int Period = 64 * 1024;

    // Twice the period, so that any run of that length lies in one piece.
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 2 * Period).Select(i => (byte)((i % Period) * 2654435761u >> 24))];

    /// <summary>The bytes of a stream from a position on, at most one period and not beyond its end.</summary>
    public static ReadOnlyMemory<byte> At(long position, long end) =>
        Bytes.AsMemory((int)(position % Period), (int)Math.Min(Period, end - position));

    /// <exception cref="InvalidOperationException">The bytes are not those of that position.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, long position)
    {
        if (!bytes.SequenceEqual(Bytes.AsSpan((int)(position % Period), bytes.Length)))
        {
            throw new InvalidOperationException($"Bytes {position} to {position + bytes.Length} are not what was sent.");
        }
    }
}
