using System.Diagnostics;
using System.Text;
using Wavetank.Cli.Output;
using Wavetank.Cli.Tables;
using Wavetank.Devices;
using Wavetank.Recording.Series;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Report;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

namespace Wavetank.Cli.Verbs;

/// <summary>One run, from the checked scenario to what is printed and written.</summary>
internal sealed class RunSession(Terminal terminal, Interruption interruption, RunRequest request, Action<Network>? prepare)
{
    private static readonly TimeSpan SampleInterval = TimeSpan.FromMilliseconds(10);

    /// <returns>The exit status.</returns>
    internal int Run(Scenario scenario, ReportOrigin origin)
    {
        OutputDirectory? directory = request.OutputPath is { } path ? OutputDirectory.Open(path) : null;
        using var run = new ScenarioRun(scenario);
        if (request.CheckInvariants)
            run.Network.CheckInvariants();
        prepare?.Invoke(run.Network);

        bool wantsSeries = request.TimeSeries || scenario.TimeSeries is not null;

        bool showsCurves = terminal.ShowsCurves && request is { Format: OutputFormat.Text, Quiet: false };

        // Before the sampling that was asked for, which then takes the place of the report's own.
        RunRecording? recording = directory is not null && (request.Report || wantsSeries) ? run.Record()
            : showsCurves ? run.RecordLinks()
            : null;
        if (request.TimeSeries && scenario.TimeSeries is null)
            run.Network.SampleTcp(SampleInterval);
        using Recordings? recordings = directory is null ? null : new Recordings(directory, run, request);
        interruption.StopWith(run.Stop);

        ScenarioResult result;
        try
        {
            long start = Stopwatch.GetTimestamp();
            using LiveLine? progress = request.Quiet ? null
                : LiveLine.Start(() => RunProgressText.Describe(run.Progress, scenario.Duration?.Nanoseconds, Stopwatch.GetElapsedTime(start)), terminal);
            result = run.Execute();
        }
        catch
        {
            // What was recorded shows what led there.
            recordings?.Keep();
            throw;
        }

        ScenarioResult told = wantsSeries ? result : result.WithoutTimeSeries();
        Print(told, showsCurves ? recording!.CompleteLinks() : null);
        recordings?.Write(told);
        if (wantsSeries)
            recordings?.WriteSeries(told, recording!, request.Parquet);
        if (request.Report)
            recordings?.WriteReport(stream => RunReport.Write(result, recording!, origin, stream));
        recordings?.Keep();
        return result.Outcome == RunOutcome.Stopped ? interruption.ExitCode ?? ExitCode.Interrupted
            : result.ExpectationsHold ? ExitCode.Success
            : ExitCode.ExpectationFailed;
    }

    private void Print(ScenarioResult result, IReadOnlyDictionary<string, LinkSeries>? curves)
    {
        if (request.Format == OutputFormat.Json)
        {
            using var document = new MemoryStream();
            ResultsJson.Write(result, document);
            terminal.Output.Write(Encoding.UTF8.GetString(document.GetBuffer(), 0, (int)document.Length));
        }
        else
            ResultView.Write(result, terminal.Tables, verdictOnly: request.Quiet, request.AllRows, curves);
    }
}
