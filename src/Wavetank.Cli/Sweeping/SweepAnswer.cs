using System.Text;

namespace Wavetank.Cli.Sweeping;

/// <summary>What a browser gets.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record SweepAnswer(int Status, string ContentType, byte[] Body)
{
    internal static SweepAnswer Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"{text}\n"));

    internal static SweepAnswer Page(Action<Stream> write)
    {
        using var page = new MemoryStream();
        write(page);
        return new SweepAnswer(200, "text/html; charset=utf-8", page.ToArray());
    }
}
