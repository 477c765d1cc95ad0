using System.Collections.Specialized;
using System.Globalization;
using Wavetank.Devices;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Report;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;
using Wavetank.Studies.Sweeping;
using Wavetank.Studies.Sweeping.Points;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Cli.Sweeping;

/// <summary>What a sweep's server shows: the page at <c>/</c>, and the report of a run at <c>/run?point=3&amp;seed=7</c>, made when it is asked for.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="prepare">Called with each network before it runs.</param>
internal sealed class SweepSite(SweepResults sweep, Action<Network>? prepare = null)
{
    private const string RunPath = "/run";

    internal SweepAnswer Answer(string path, NameValueCollection query) => path switch
    {
        "/" => SweepAnswer.Page(stream => SweepPage.Write(sweep, stream, [], RunPath)),
        RunPath => AnswerRun(query["point"], query["seed"]),
        _ => SweepAnswer.Text(404, $"nothing is here; the sweep is at /, a run at {RunPath}?point=1&seed={sweep.Plan.Seeds[0]}"),
    };

    private SweepAnswer AnswerRun(string? point, string? seed)
    {
        if (!TryWhole(point, out long id) || sweep.Plan.Design.Points.FirstOrDefault(one => one.Id == id) is not { } found)
            return SweepAnswer.Text(404, $"point is a number from 1 to {sweep.Plan.Design.Points.Count}");
        if (!TryWhole(seed, out long number))
            return SweepAnswer.Text(404, "seed is a whole number");

        try
        {
            return AnswerRun(found, number);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A run that fails does so here as it did in the sweep; whatever it is, the server goes on.
            return SweepAnswer.Text(500, $"the run failed: {exception.Message}");
        }
    }

    private SweepAnswer AnswerRun(SweepPoint point, long seed)
    {
        SweepPlan plan = sweep.Plan;
        using var run = new ScenarioRun(ScenarioFile.Parse(plan.ScenarioText, plan.ScenarioFile, plan.Overrides(point, seed)));
        prepare?.Invoke(run.Network);
        RunRecording recording = run.Record();
        ScenarioResult result = run.Execute();

        // What the scenario's text names can have changed, and so can Wavetank: another run must not pass for this one.
        string? digest = sweep.RunsOf(point).FirstOrDefault(one => one.Seed == seed)?.Digest;
        return digest is null || digest == result.Digest
            ? SweepAnswer.Page(stream => RunReport.Write(result, recording, new ReportOrigin(plan.ScenarioFile, plan.ScenarioText, plan.CommandOf(point, seed)), stream))
            : SweepAnswer.Text(409, $"the run is not the one of the sweep any more: its digest was {digest} with Wavetank {plan.Version}, and is {result.Digest} with {result.Version}; has a file changed that the scenario names?");
    }

    private static bool TryWhole(string? text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
