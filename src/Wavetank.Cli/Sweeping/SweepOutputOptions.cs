using System.CommandLine;
using Wavetank.Cli.Output;

namespace Wavetank.Cli.Sweeping;

/// <summary>The options that <c>sweep</c> and <c>sweep report</c> share: what is shown, and where the page goes.</summary>
internal sealed class SweepOutputOptions
{
    private readonly Option<string[]> _metrics = new("--metric")
    {
        Description = "A metric to show, such as client.goodput; client (all of its), '*.p99'. May be given more than once; a few that differ by default.",
        HelpName = "PATTERN",
    };

    private readonly Option<string?> _page = new("--out") { Description = "Write the sweep's page, which a browser opens, to this file.", HelpName = "FILE.html" };

    private readonly Option<OutputFormat> _format = new("--format")
    {
        Description = "What to print: a table for people (text) or all of it (json).",
        HelpName = "text|json",
        CustomParser = OutputFormats.Parse,
    };

    private readonly Option<bool> _allRows = new("--all-rows") { Description = "Print every point, not the first 60." };

    internal void AddTo(Command verb)
    {
        foreach (Option option in (Option[])[_metrics, _page, _format, _allRows])
            verb.Add(option);
    }

    internal string[] Metrics(ParseResult parsed) => parsed.GetValue(_metrics) ?? [];

    internal SweepOutput Read(ParseResult parsed)
    {
        string? page = parsed.GetValue(_page);
        if (page is not null)
            OutputFile.RefuseBad("--out", page, "name the page's file, such as sweep.html");
        return new SweepOutput(Metrics(parsed), page, parsed.GetValue(_format), parsed.GetValue(_allRows));
    }
}
