using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Report;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Usage;

/// <summary>The scenario file and what is set over it: the same for each verb that reads one.</summary>
/// <param name="terminal">Where standard input comes from.</param>
/// <param name="several">Whether more than one file may be named.</param>
internal sealed class ScenarioArguments(Terminal terminal, bool several = false)
{
    private const string StandardInput = "-";

    // The library reads a list only where there may be several.
    private readonly Argument<string> _file = new("SCENARIO") { Description = $"The scenario file (YAML), or {StandardInput} for standard input." };

    private readonly Argument<string[]> _files = new("SCENARIO")
    {
        Description = $"Scenario files (YAML), or {StandardInput} for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "Where every random choice comes from, instead of the file's seed.",
        HelpName = "N",
        CustomParser = ParseSeed,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Set a value of the scenario, such as links.core-server.loss=5%. May be given more than once.",
        HelpName = "PATH=VALUE",
    };

    internal void AddTo(Command verb)
    {
        verb.Add(several ? _files : _file);
        verb.Add(_seed);
        verb.Add(_set);
    }

    internal string[] Files(ParseResult parsed) => several ? parsed.GetValue(_files)! : [parsed.GetValue(_file)!];

    /// <summary>The one scenario.</summary>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    internal Scenario Load(ParseResult parsed) => Load(parsed, Files(parsed)[0]);

    /// <summary>The one scenario, and where a run of it comes from, for its report.</summary>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    internal (Scenario Scenario, ReportOrigin Origin) LoadWithOrigin(ParseResult parsed)
    {
        // Read once: a pipe gives its text only once, and a file may be changed while its scenario runs.
        string file = Files(parsed)[0];
        string text = Read(file);
        Scenario scenario = Parse(parsed, file, text);
        IEnumerable<string> settings = (parsed.GetValue(_set) ?? []).SelectMany(setting => new[] { "--set", setting });
        string[] words = ["wavetank", "run", file, .. settings, "--seed", scenario.Seed.ToString(CultureInfo.InvariantCulture)];
        return (scenario, new ReportOrigin(NameOf(file), text, string.Join(' ', words.Select(ShellWords.Quote))));
    }

    /// <summary>The scenario of one file.</summary>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    internal Scenario Load(ParseResult parsed, string file) => Parse(parsed, file, Read(file));

    private Scenario Parse(ParseResult parsed, string file, string text)
    {
        List<string> overrides = [.. parsed.GetValue(_set) ?? []];
        if (parsed.GetValue(_seed) is { } seed)
            overrides.Add(string.Create(CultureInfo.InvariantCulture, $"seed={seed}"));
        return ScenarioFile.Parse(text, NameOf(file), overrides);
    }

    private string Read(string file)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new BadInputException("SCENARIO is empty; name a scenario file, or - for standard input");
        if (file != StandardInput)
            return ScenarioText.Load(file);

        using Stream input = terminal.OpenInput();
        return ScenarioText.Load(input, NameOf(file));
    }

    private static string NameOf(string file) => file == StandardInput ? "standard input" : file;

    private static ulong? ParseSeed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
            return seed;
        result.AddError($"--seed takes a whole number from 0 to {ulong.MaxValue}, not '{text}'");
        return null;
    }
}
