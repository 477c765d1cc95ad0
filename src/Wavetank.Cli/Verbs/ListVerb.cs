using System.CommandLine;
using Wavetank.Cli.Output;
using Wavetank.Cli.Tables;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank list</c>: what a scenario may name.</summary>
internal static class ListVerb
{
    internal static Command Create(Terminal terminal)
    {
        var kind = new Argument<string?>("KIND")
        {
            Description = $"What to list: {string.Join(", ", Catalog.All.Select(table => table.Name))}. All of them, in short, when absent.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("list", "List what a scenario may name, with all options.") { kind };
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(kind) is { } name)
                ListView.Write(Find(name), terminal.Tables);
            else
                ListView.WriteAll(Catalog.All, terminal.Tables);
            return ExitCode.Success;
        });
        return verb;
    }

    private static CatalogTable Find(string name) =>
        Catalog.All.FirstOrDefault(table => table.Name == name)
        ?? throw new BadInputException($"{Quoted.Text(name)} is nothing that can be listed{KnownNames.Tail(name, Catalog.All.Select(table => table.Name))}");
}
