using System.Text;

namespace Wavetank.Studies.Sweeping.Results;

/// <summary>The sweep's page: one file that opens from a disk, drawn from the JSON within it.</summary>
internal static class SweepPage
{
    private const string Template = "sweep.html", Placeholder = "\"wavetank-data\"</script>";

    /// <param name="sweep">The sweep.</param>
    /// <param name="stream">Where to; it is left open.</param>
    /// <param name="serve">Where reports of runs can be had; null where the page is a file.</param>
    internal static void Write(SweepResults sweep, Stream stream, string? serve = null)
    {
        string template = ReadTemplate();
        int place = template.LastIndexOf(Placeholder, StringComparison.Ordinal);
        if (place < 0)
            throw new InvalidOperationException($"The page's template has no {Placeholder}.");

        using var data = new MemoryStream();
        SweepJson.Write(sweep, data, serve);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(template.AsSpan(0, place));

        // So that no text of a scenario ends the element that the data stand in.
        writer.Write(Encoding.UTF8.GetString(data.GetBuffer(), 0, (int)data.Length).Replace("<", "\\u003c", StringComparison.Ordinal));
        writer.Write(template.AsSpan(place + Placeholder.IndexOf('<', StringComparison.Ordinal)));
    }

    private static string ReadTemplate()
    {
        using Stream stream = typeof(SweepPage).Assembly.GetManifestResourceStream(Template)
            ?? throw new InvalidOperationException($"The assembly carries no {Template}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
