namespace Wavetank.Applications;

/// <summary>
/// The bytes of a bulk transfer: each tells its position, so that a byte lost, doubled or moved is found. The period is prime, and so
/// never a whole number of segments or buffers.
/// </summary>
internal static class BulkPattern
{
    private const int Period = 65_521;

    // Two periods and room for the longest look-up, so that a run of bytes from any position is one slice.
    private static readonly byte[] Bytes = Create();

    /// <summary>The longest run that <see cref="At"/> gives.</summary>
    public const int LongestRun = 64 * 1024;

    public static ReadOnlyMemory<byte> At(long position, int length) => Bytes.AsMemory((int)(position % Period), length);

    public static bool Matches(ReadOnlySpan<byte> bytes, long position) => bytes.SequenceEqual(At(position, bytes.Length).Span);

    private static byte[] Create()
    {
        byte[] bytes = new byte[Period + LongestRun];
        for (int i = 0; i < bytes.Length; i++)
        {
            // Knuth's multiplicative hash of the position in the period.
            bytes[i] = (byte)((uint)(i % Period) * 2_654_435_761u >> 24);
        }

        return bytes;
    }
}
