using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Model;

namespace Wavetank.Cli.Usage;

/// <summary>The scenario file and what is set over it: the same for each verb that reads one.</summary>
internal sealed class ScenarioArguments
{
    private readonly Argument<string> _file = new("SCENARIO") { Description = "The scenario file (YAML)." };

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
        verb.Add(_file);
        verb.Add(_seed);
        verb.Add(_set);
    }

    internal string File(ParseResult parsed) => parsed.GetValue(_file)!;

    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    internal Scenario Load(ParseResult parsed)
    {
        List<string> overrides = [.. parsed.GetValue(_set) ?? []];
        if (parsed.GetValue(_seed) is { } seed)
            overrides.Add(string.Create(CultureInfo.InvariantCulture, $"seed={seed}"));
        return ScenarioFile.Load(File(parsed), overrides);
    }

    private static ulong? ParseSeed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
            return seed;
        result.AddError($"--seed takes a whole number from 0 to {ulong.MaxValue}, not '{text}'");
        return null;
    }
}
