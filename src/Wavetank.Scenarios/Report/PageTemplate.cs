using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Wavetank.Scenarios.Report;

/// <summary>A page that is carried in the assembly, and the place in it where its data goes. The pages are built in <c>web/</c>.</summary>
internal sealed class PageTemplate
{
    private const string Placeholder = "\"wavetank-data\"";

    private readonly byte[] _before;
    private readonly byte[] _after;

    private PageTemplate(byte[] page)
    {
        int at = page.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Placeholder));
        _before = page[..at];
        _after = page[(at + Placeholder.Length)..];
    }

    /// <summary>The page of a run.</summary>
    internal static PageTemplate Report => field ??= Load(typeof(PageTemplate).Assembly, "report.html");

    /// <summary>Takes a page out of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="resource">The name of the embedded resource.</param>
    internal static PageTemplate Load(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)!;
        using var page = new MemoryStream();
        stream.CopyTo(page);
        return new PageTemplate(page.ToArray());
    }

    /// <summary>Writes the page with its data.</summary>
    /// <param name="stream">Where to. It is left open.</param>
    /// <param name="write">Writes one JSON value.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    internal void Write(Stream stream, Action<Utf8JsonWriter> write)
    {
        stream.Write(_before);

        // The default encoder writes "<" as an escape, so that no text of the data can end the script element.
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        stream.Write(_after);
    }
}
