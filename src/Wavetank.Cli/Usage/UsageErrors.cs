using System.CommandLine;
using System.CommandLine.Parsing;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Usage;

/// <summary>Bad usage in one line for each mistake: what is wrong, what is near, where the help stands.</summary>
internal static class UsageErrors
{
    internal static IEnumerable<string> Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string help = command is RootCommand ? "wavetank --help" : $"wavetank {NameOf(command)} --help";
        string[] lines = [.. Unmatched(parsed, command), .. Others(parsed)];
        return lines.Select(line => $"{line} (see {help})");
    }

    // "sweep report": the verb above it belongs to the name.
    private static string NameOf(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(command.Name));

    private static IEnumerable<string> Unmatched(ParseResult parsed, Command command)
    {
        if (command is RootCommand)
        {
            // What follows a word that is no verb is not known to be wrong.
            return parsed.UnmatchedTokens.Take(1).Select(token => token.StartsWith('-') ? UnknownOption(token, command) : UnknownVerb(token, command));
        }

        string[] options = [.. parsed.UnmatchedTokens.Where(token => token.StartsWith('-'))];
        return options.Length > 0
            ? options.Select(token => UnknownOption(token, command))
            : parsed.UnmatchedTokens.Select(token => $"{Quoted.Text(token)} is one argument too many");
    }

    private static string UnknownVerb(string token, Command root)
    {
        string[] verbs = [.. root.Subcommands.Select(verb => verb.Name)];
        return $"{Quoted.Text(token)} is not a known verb{KnownNames.Tail(token, verbs)}";
    }

    private static string UnknownOption(string token, Command command)
    {
        string name = token.Split('=', ':')[0];
        IEnumerable<string> known = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive))
            .Select(option => option.Name);
        return $"{Quoted.Text(name)} is not a known option{Suggestion.Hint(name, known)}";
    }

    private static IEnumerable<string> Others(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0)
            yield break;

        foreach (ParseError error in parsed.Errors)
        {
            yield return error.SymbolResult switch
            {
                ArgumentResult { Parent: CommandResult, Tokens.Count: 0 } argument => $"{argument.Argument.Name} is missing",
                OptionResult { IdentifierTokenCount: > 1 } option when option.Option.Arity.MaximumNumberOfValues <= 1 => $"{option.Option.Name} is given more than once",
                OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} takes a value: {option.Option.HelpName}",
                _ => error.Message.TrimEnd('.'),
            };
        }
    }
}
