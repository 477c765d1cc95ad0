using System.CommandLine;
using Wavetank.Cli.Output;
using Wavetank.Cli.Usage;
using Wavetank.Devices;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Report;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank run</c>: a scenario in, tables and files out.</summary>
internal static class RunVerb
{
    internal static Command Create(Terminal terminal, Interruption interruption, Action<Network>? prepare)
    {
        var arguments = new ScenarioArguments(terminal);
        var output = new Option<string?>("--out")
        {
            Description = "Write results.json, report.html and what else is asked for into this directory.",
            HelpName = "DIR",
        };
        var format = new Option<OutputFormat>("--format")
        {
            Description = "What to print: tables for people (text) or results.json (json).",
            HelpName = "text|json",
            CustomParser = OutputFormats.Parse,
        };
        var capture = new Option<bool>("--capture") { Description = "Capture every packet to capture.pcapng in the --out directory: all interfaces, so a packet that arrives is there twice." };
        var captureEach = new Option<bool>("--capture-each")
        {
            Description = "Capture into a file for each interface, captures/client.eth0.pcapng and so on, in the --out directory.",
        };
        var events = new Option<bool>("--events") { Description = "Log every packet event to events.ndjson in the --out directory." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print only how the run ended, and its digest." };
        var timeSeries = new Option<bool>("--time-series")
        {
            Description = "Sample TCP connections into results.json and time-series.csv, every 10 ms at first or as the scenario says, and links into link-series.csv.",
        };
        var allRows = new Option<bool>("--all-rows")
        {
            Description = "Print every row of what applications report (intervals, ports, leaders) and of the faults, not the first 20.",
        };
        var parquet = new Option<bool>("--parquet") { Description = "Write the time series as Parquet, too: time-series.parquet and link-series.parquet in the --out directory." };
        var noReport = new Option<bool>("--no-report") { Description = "Do not write report.html into the --out directory; the run is then faster." };
        Option<bool> checkInvariants = InvariantsOption.Create();
        var verb = new Command("run", "Run a scenario and show what was measured.") { output, format, capture, captureEach, events, timeSeries, checkInvariants, parquet, noReport, allRows, quiet };
        arguments.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var request = new RunRequest(
                parsed.GetValue(output), parsed.GetValue(format), parsed.GetValue(capture), parsed.GetValue(captureEach), parsed.GetValue(events), parsed.GetValue(quiet),
                parsed.GetValue(timeSeries) || parsed.GetValue(parquet), parsed.GetValue(checkInvariants), parsed.GetValue(allRows), parsed.GetValue(parquet), !parsed.GetValue(noReport));
            request.Validate();
            (Scenario scenario, ReportOrigin origin) = arguments.LoadWithOrigin(parsed);
            return new RunSession(terminal, interruption, request, prepare).Run(scenario, origin);
        });
        return verb;
    }
}
