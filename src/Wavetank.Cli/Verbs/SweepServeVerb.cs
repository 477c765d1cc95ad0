using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Cli.Sweeping;
using Wavetank.Devices;
using Wavetank.Studies.Sweeping.Results;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank sweep serve</c>: the sweep's page for a browser of this machine, where every run opens its own report.</summary>
internal static class SweepServeVerb
{
    internal static Command Create(Terminal terminal, Interruption interruption, Action<Network>? prepare)
    {
        Argument<string> database = SweepReportVerb.DatabaseArgument();
        var port = new Option<int>("--port")
        {
            Description = "Where to listen, on this machine alone; a free port by default.",
            HelpName = "PORT",
            CustomParser = ParsePort,
        };
        var verb = new Command("serve", "Show a sweep's page in a browser of this machine; a run that is clicked is made again, and shows its report.") { database, port };
        verb.SetAction(parsed =>
        {
            SweepResults sweep = ArchiveReader.Read(parsed.GetValue(database)!);
            using var server = SweepServer.Start(parsed.GetValue(port), new SweepSite(sweep, prepare), terminal);
            terminal.Output.WriteLine($"{server.Address} shows {parsed.GetValue(database)}; Ctrl-C ends it");
            interruption.StopWith(server.Stop);
            server.Wait();
            return ExitCode.Success;
        });
        return verb;
    }

    private static int ParsePort(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 65535)
            return number;
        result.AddError($"--port takes a whole number from 1 to 65535, not '{text}'");
        return 0;
    }
}
