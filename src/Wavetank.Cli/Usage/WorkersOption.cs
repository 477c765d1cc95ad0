using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Wavetank.Cli.Usage;

/// <summary>How many runs there are at once; the figures do not depend on it.</summary>
internal static class WorkersOption
{
    private const int Most = 1024;

    internal static Option<int> Create() => new("--workers")
    {
        Description = "How many runs at once; as many as there are processors by default. It changes no figure.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = Parse,
    };

    private static int Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int workers) && workers is >= 1 and <= Most)
            return workers;
        result.AddError($"--workers takes a whole number from 1 to {Most}, not '{text}'");
        return 1;
    }
}
