using System.CommandLine;

namespace Wavetank.Cli.Usage;

/// <summary>Options of every verb.</summary>
internal static class GlobalOptions
{
    internal static readonly Option<bool> Debug = new("--debug")
    {
        Description = "Show the stack of what goes wrong.",
        Recursive = true,
    };
}
