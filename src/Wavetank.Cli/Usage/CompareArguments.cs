using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wavetank.Scenarios.Words;
using Wavetank.Studies;
using Wavetank.Studies.Comparing;
using Wavetank.Studies.Metrics;

namespace Wavetank.Cli.Usage;

/// <summary>The options of <c>wavetank compare</c>.</summary>
internal sealed class CompareArguments
{
    private static readonly string[] Formats = ["text", "json", "markdown"];

    private readonly Option<string[]> _set = Settings("--set", "Set a value of both scenarios, such as duration=10s. May be given more than once.");
    private readonly Option<string[]> _setA = Settings("--set-a", "The same for A alone.");
    private readonly Option<string[]> _setB = Settings("--set-b", "The same for B alone; B may be left out then.");

    private readonly Option<IReadOnlyList<ulong>?> _seeds = new("--seeds")
    {
        Description = "The seeds that scenarios are run with; those of the results on the other side, or 1..10.",
        HelpName = "1..10",
        CustomParser = ParseSeeds,
    };

    private readonly Option<Bounds?> _bounds = new("--bound")
    {
        Description = "By how much metrics may get worse: 5%, or METRIC=5%, METRIC=10ms for one. Beyond is a regression, and the exit status 1. May be given more than once.",
        HelpName = "[METRIC=]BOUND",
        CustomParser = ParseBounds,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _metrics = new("--metric")
    {
        Description = "Compare these metrics only: client.errors, client (all of its), *.p99. May be given more than once.",
        HelpName = "PATTERN",
    };

    private readonly Option<double> _confidence = new("--confidence")
    {
        Description = "How sure intervals are; 95% by default.",
        HelpName = "P%",
        DefaultValueFactory = _ => 0.95,
        CustomParser = ParseConfidence,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "What to print: a table for people (text), JSON, or Markdown for a pull request.",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = _ => Formats[0],
        CustomParser = ParseFormat,
    };

    private readonly Option<string?> _out = new("--out") { Description = "Write it into a file, not to standard output.", HelpName = "FILE" };
    private readonly Option<bool> _all = new("--all") { Description = "Show also the metrics that are the same in every run." };
    private readonly Option<int> _workers = WorkersOption.Create();

    internal void AddTo(Command verb)
    {
        foreach (Option option in new Option[] { _set, _setA, _setB, _seeds, _bounds, _metrics, _confidence, _format, _out, _all, _workers })
            verb.Add(option);
    }

    internal CompareRequest Read(ParseResult parsed, string a, string? b) => new(a, b)
    {
        Set = parsed.GetValue(_set) ?? [],
        SetA = parsed.GetValue(_setA) ?? [],
        SetB = parsed.GetValue(_setB) ?? [],
        Seeds = parsed.GetValue(_seeds),
        Comparison = new ComparisonOptions
        {
            Bounds = parsed.GetValue(_bounds) ?? new Bounds(),
            Patterns = [.. (parsed.GetValue(_metrics) ?? []).Select(text => new MetricPattern(text.Trim()))],
            Confidence = parsed.GetValue(_confidence),
        },
        Format = parsed.GetValue(_format)!,
        Out = parsed.GetValue(_out),
        ShowsAll = parsed.GetValue(_all),
        Workers = parsed.GetValue(_workers),
    };

    internal static Option<string[]> Settings(string name, string description) => new(name) { Description = description, HelpName = "PATH=VALUE" };

    private static IReadOnlyList<ulong>? ParseSeeds(ArgumentResult result)
    {
        if (SeedList.TryParse(result.Tokens[0].Value, out IReadOnlyList<ulong> seeds, out string? problem))
            return seeds;
        result.AddError($"--seeds {problem}");
        return null;
    }

    private static Bounds ParseBounds(ArgumentResult result)
    {
        var bounds = new Bounds();
        foreach (Token token in result.Tokens)
        {
            if (!bounds.TryAdd(token.Value, out string? problem))
                result.AddError($"--bound {problem}");
        }

        return bounds;
    }

    private static double ParseConfidence(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && text.EndsWith('%') && percent is >= 50 and <= 99.99)
            return percent / 100;
        result.AddError($"--confidence takes 50% to 99.99%, not '{text}'");
        return 0;
    }

    private static string ParseFormat(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!Formats.Contains(text))
            result.AddError($"--format takes {string.Join(", ", Formats)}, not '{text}'{Suggestion.Hint(text, Formats)}");
        return text;
    }
}
