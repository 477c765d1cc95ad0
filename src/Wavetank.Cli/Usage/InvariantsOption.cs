using System.CommandLine;

namespace Wavetank.Cli.Usage;

/// <summary>The option that <c>run</c> and <c>verify</c> share.</summary>
internal static class InvariantsOption
{
    internal static Option<bool> Create() => new("--check-invariants")
    {
        Description = "Check what must hold in every run, such as that bytes read are those that were written; the first breach ends it.",
    };
}
