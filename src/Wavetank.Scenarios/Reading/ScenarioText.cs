using System.Text;

namespace Wavetank.Scenarios.Reading;

/// <summary>Gets a scenario's text out of a file: quickly, in bounded memory, with one clear line when it cannot be had.</summary>
internal static class ScenarioText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ScenarioException">The file cannot be read or is not text.</exception>
    internal static string Load(string path) => Load(path, (out string? problem) => ReadBytes(path, out problem));

    /// <exception cref="ScenarioException">The stream cannot be read or is not text.</exception>
    internal static string Load(Stream stream, string name) => Load(name, (out string? problem) => ReadBytes(stream, out problem));

    private static string Load(string name, Reader read)
    {
        var problems = new Problems(name);
        byte[]? bytes = null;
        string? problem;
        try
        {
            bytes = read(out problem);
        }
        catch (UnauthorizedAccessException)
        {
            problem = "may not be read: permission denied";
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            problem = $"cannot be read: {exception.Message}";
        }

        string text = "";
        if (problem is null && bytes is not null)
            problem = Decode(bytes, out text);
        if (problem is not null)
        {
            problems.Add(default, "", problem);
            throw problems.ToException();
        }

        return text;
    }

    /// <summary>What keeps a text from being read as a scenario; null when nothing does.</summary>
    internal static string? Check(string text)
    {
        if (text.Length > ReadingLimits.MaxBytes)
            return TooLarge();
        return text.Contains('\0') ? "is not text: it holds a zero character; a scenario is a YAML text file" : null;
    }

    private static byte[]? ReadBytes(string path, out string? problem)
    {
        if (path.Length == 0)
        {
            problem = "no file name given";
            return null;
        }

        if (Directory.Exists(path))
        {
            problem = "is a directory; name the scenario file in it";
            return null;
        }

        if (!File.Exists(path))
        {
            problem = MissingFile.Describe(path);
            return null;
        }

        // The size is looked at before a byte is read; a pipe or a device tells no size, so reading is bounded as well.
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        if (stream.CanSeek && stream.Length > ReadingLimits.MaxBytes)
        {
            problem = TooLarge(stream.Length);
            return null;
        }

        return ReadBytes(stream, out problem);
    }

    private static byte[] ReadBytes(Stream stream, out string? problem)
    {
        byte[] buffer = new byte[ReadingLimits.MaxBytes + 1];
        int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        problem = length > ReadingLimits.MaxBytes ? TooLarge() : null;
        return buffer[..length];
    }

    private static string? Decode(byte[] bytes, out string text)
    {
        text = "";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return "is UTF-16 text; save it as UTF-8";

        int zero = Array.IndexOf(bytes, (byte)0);
        if (zero >= 0)
            return $"is not text: it holds a zero byte at offset {zero}; a scenario is a YAML text file";

        try
        {
            text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
            return null;
        }
        catch (DecoderFallbackException exception)
        {
            return $"is not UTF-8 text: the byte at offset {exception.Index} fits no character; a scenario is a YAML text file";
        }
    }

    private delegate byte[]? Reader(out string? problem);

    private static string TooLarge(long? length = null)
    {
        string size = length is long bytes ? $" ({bytes} bytes)" : "";
        return $"is too large for a scenario{size}; at most {ReadingLimits.MaxBytes} bytes (1 MiB)";
    }
}
