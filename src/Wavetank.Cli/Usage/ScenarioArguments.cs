using System.CommandLine;
using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Report;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Usage;

/// <summary>The scenario file and what is set over it: the same for each verb that reads one.</summary>
/// <param name="terminal">Where standard input comes from.</param>
/// <param name="several">Whether more than one file may be named.</param>
internal sealed class ScenarioArguments(Terminal terminal, bool several = false)
{
    private readonly ScenarioTexts _texts = new(terminal);

    // The library reads a list only where there may be several.
    private readonly Argument<string> _file = new("SCENARIO") { Description = $"The scenario file (YAML), or {ScenarioTexts.StandardInput} for standard input." };

    private readonly Argument<string[]> _files = new("SCENARIO")
    {
        Description = $"Scenario files (YAML), or {ScenarioTexts.StandardInput} for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<ulong?> _seed = SeedOption.Create("--seed", "Where every random choice comes from, instead of the file's seed.");

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
        string file = Files(parsed)[0];
        Scenario scenario = Load(parsed, file);
        IEnumerable<string> settings = (parsed.GetValue(_set) ?? []).SelectMany(setting => new[] { "--set", setting });
        string[] words = ["wavetank", "run", file, .. settings, "--seed", scenario.Seed.ToString(CultureInfo.InvariantCulture)];
        return (scenario, new ReportOrigin(ScenarioTexts.NameOf(file), _texts.Read(file), string.Join(' ', words.Select(ShellWords.Quote))));
    }

    /// <summary>The scenario of one file.</summary>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    internal Scenario Load(ParseResult parsed, string file)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new BadInputException("SCENARIO is empty; name a scenario file, or - for standard input");

        List<string> overrides = [.. parsed.GetValue(_set) ?? []];
        if (parsed.GetValue(_seed) is { } seed)
            overrides.Add(string.Create(CultureInfo.InvariantCulture, $"seed={seed}"));
        return _texts.Load(file, overrides);
    }
}
