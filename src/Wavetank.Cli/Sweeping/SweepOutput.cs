using System.Text;
using Wavetank.Cli.Output;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Cli.Sweeping;

/// <summary>Shows a sweep, and writes its page.</summary>
/// <param name="Metrics">Patterns of the metrics to show; none for a choice.</param>
/// <param name="Page">Where the page goes; null for nowhere.</param>
/// <param name="Format">What is printed.</param>
/// <param name="AllRows">Whether every point is printed.</param>
internal sealed record SweepOutput(IReadOnlyList<string> Metrics, string? Page, OutputFormat Format, bool AllRows)
{
    /// <exception cref="OutputFailedException">The page cannot be written.</exception>
    internal void Write(SweepResults sweep, Terminal terminal, bool verdictOnly = false)
    {
        if (Format == OutputFormat.Json)
        {
            using var document = new MemoryStream();
            SweepJson.Write(sweep, document);
            terminal.Output.WriteLine(Encoding.UTF8.GetString(document.GetBuffer(), 0, (int)document.Length));
        }
        else
        {
            if (!verdictOnly)
                SweepTable.Write(sweep, MetricChoice.Of(sweep, Metrics), terminal.Tables, AllRows);
            SweepVerdict.Write(sweep, terminal.Tables);
        }

        if (Page is not null)
            OutputFile.Write(Page, stream => SweepPage.Write(sweep, stream, Metrics));
    }
}
