using System.CommandLine.Parsing;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Output;

/// <summary>Reads the value of <c>--format</c>.</summary>
internal static class OutputFormats
{
    internal static OutputFormat Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        switch (text)
        {
            case "text":
                return OutputFormat.Text;
            case "json":
                return OutputFormat.Json;
            default:
                result.AddError($"--format takes text or json, not '{text}'{Suggestion.Hint(text, ["text", "json"])}");
                return OutputFormat.Text;
        }
    }
}
