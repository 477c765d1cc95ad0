using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Wavetank.Cli.Usage;

/// <summary>An option that takes one seed.</summary>
internal static class SeedOption
{
    internal static Option<ulong?> Create(string name, string description) => new(name) { Description = description, HelpName = "N", CustomParser = Parse };

    private static ulong? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
            return seed;
        string option = (result.Parent as OptionResult)?.IdentifierToken?.Value ?? "--seed";
        result.AddError($"{option} takes a whole number from 0 to {ulong.MaxValue}, not '{text}'");
        return null;
    }
}
