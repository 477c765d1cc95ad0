using System.CommandLine;
using Wavetank.Cli.Output;
using Wavetank.Cli.Sweeping;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank sweep report</c>: what a database holds, as a table and a page, also of a sweep that was cut short.</summary>
internal static class SweepReportVerb
{
    internal static Command Create(Terminal terminal)
    {
        Argument<string> database = DatabaseArgument();
        var options = new SweepOutputOptions();
        var verb = new Command("report", "Show what the database of a sweep holds, and run nothing.") { database };
        options.AddTo(verb);
        verb.SetAction(parsed =>
        {
            SweepOutput output = options.Read(parsed);
            output.Write(ArchiveReader.Read(parsed.GetValue(database)!), terminal);
            return ExitCode.Success;
        });
        return verb;
    }

    internal static Argument<string> DatabaseArgument() => new("DB") { Description = "The database that wavetank sweep wrote." };
}
