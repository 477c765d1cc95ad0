using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Wavetank.Cli.Output;
using Wavetank.Cli.Usage;
using Wavetank.Devices;
using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Running;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank topology</c>: a scenario's devices and links, for a drawing program or for another scenario.</summary>
internal static class TopologyVerb
{
    private static readonly Dictionary<string, Func<Network, string>> Formats = new()
    {
        ["dot"] = TopologyText.ToDot,
        ["mermaid"] = TopologyText.ToMermaid,
        ["graphml"] = TopologyText.ToGraphML,
    };

    internal static Command Create(Terminal terminal)
    {
        var arguments = new ScenarioArguments(terminal);
        var format = new Option<string>("--format")
        {
            Description = $"How it is written: {string.Join(", ", Formats.Keys)}; dot by default.",
            HelpName = string.Join('|', Formats.Keys),
            DefaultValueFactory = _ => "dot",
            CustomParser = ParseFormat,
        };
        var file = new Option<string?>("--out") { Description = "Write it into a file, not to standard output.", HelpName = "FILE" };
        var verb = new Command("topology", "Write the devices and links of a scenario as a graph, and run nothing.");
        arguments.AddTo(verb);
        verb.Add(format);
        verb.Add(file);
        verb.SetAction(parsed =>
        {
            string? path = parsed.GetValue(file);
            if (path is not null)
                OutputFile.RefuseBad("--out", path);
            using var run = new ScenarioRun(arguments.Load(parsed));
            string text = Formats[parsed.GetValue(format)!](run.Network);
            if (path is not null)
                OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            else
                terminal.Output.Write(text);
            return ExitCode.Success;
        });
        return verb;
    }

    private static string ParseFormat(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!Formats.ContainsKey(text))
            result.AddError($"--format takes {string.Join(", ", Formats.Keys)}, not '{text}'{Suggestion.Hint(text, Formats.Keys)}");
        return text;
    }
}
