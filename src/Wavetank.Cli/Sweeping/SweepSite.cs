using System.Collections.Specialized;
using System.Globalization;
using Wavetank.Devices;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Running;
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
        "/" => SweepAnswer.Page(stream => SweepPage.Write(sweep, stream, RunPath)),
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
            using var run = new ScenarioRun(ScenarioFile.Parse(sweep.Plan.ScenarioText, sweep.Plan.ScenarioFile, sweep.Plan.Overrides(found, number)));
            prepare?.Invoke(run.Network);
            return SweepAnswer.Text(200, $"digest {run.Execute().Digest}");
        }
        catch (Exception exception)
        {
            // A run that fails does so here as it did in the sweep; whatever it is, the server goes on.
            return SweepAnswer.Text(500, $"the run failed: {exception.Message}");
        }
    }

    private static bool TryWhole(string? text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
