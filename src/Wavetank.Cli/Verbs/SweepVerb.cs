using System.CommandLine;
using Wavetank.Cli.Output;
using Wavetank.Cli.Sweeping;
using Wavetank.Devices;
using Wavetank.Studies.Sweeping;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank sweep</c>: a scenario at many points and with many seeds, into a database, a table and a page.</summary>
internal static class SweepVerb
{
    internal static Command Create(Terminal terminal, Interruption interruption, Action<Network>? prepare)
    {
        var options = new SweepOptions();
        var verb = new Command("sweep", "Run a scenario at many points and with many seeds, side by side; what is done is kept, and the same command goes on from there.");
        options.AddTo(verb);
        verb.Add(SweepReportVerb.Create(terminal));
        verb.Add(SweepServeVerb.Create(terminal, interruption, prepare));
        verb.SetAction(parsed =>
        {
            SweepOutput output = options.Output.Read(parsed);
            SweepSettings settings = options.Settings(parsed);
            SweepPlan plan = PlanMaker.Make(options.Request(parsed));
            return new SweepSession(terminal, interruption, settings, output, prepare).Run(plan);
        });
        return verb;
    }
}
