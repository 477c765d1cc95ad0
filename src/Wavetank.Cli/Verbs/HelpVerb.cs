using System.CommandLine;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank help</c>: the same as <c>--help</c>, for those who look for it as a verb.</summary>
internal static class HelpVerb
{
    internal static Command Create(RootCommand root)
    {
        var of = new Argument<string?>("VERB") { Description = "The verb to explain; the command as a whole when absent.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("help", "Show how the command, or one of its verbs, is used.") { of };
        verb.SetAction(parsed =>
        {
            string[] verbs = [.. root.Subcommands.Select(command => command.Name)];
            if (parsed.GetValue(of) is { } name && !verbs.Contains(name))
                throw new BadInputException($"{Quoted.Text(name)} is not a known verb{KnownNames.Tail(name, verbs)}");

            string[] explained = parsed.GetValue(of) is { } one ? [one, "--help"] : ["--help"];
            ParseResult help = root.Parse(explained);
            return help.Invoke(parsed.InvocationConfiguration);
        });
        return verb;
    }
}
