namespace Wavetank.Links;

/// <summary>Files of distributions and traces: text of a bounded size.</summary>
internal static class BoundedFile
{
    public const int MaxBytes = 1 << 20;

    /// <exception cref="FormatException">The file is too large.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string[] ReadLines(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);

            // A device has no length of its own, so what was read is what counts.
            byte[] bytes = new byte[MaxBytes + 1];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MaxBytes)
            {
                throw new FormatException($"is larger than {MaxBytes >> 20} MiB");
            }

            return System.Text.Encoding.UTF8.GetString(bytes, 0, length).Split('\n');
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>What a message shows of a wrong word.</summary>
    public static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
