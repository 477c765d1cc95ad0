using System.Globalization;
using Spectre.Console;
using Wavetank.Scenarios.Results;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Cli.Sweeping;

/// <summary>The last line: how far the sweep has come, and what went wrong in its runs.</summary>
internal static class SweepVerdict
{
    internal static void Write(SweepResults sweep, IAnsiConsole console)
    {
        int failed = Failed(sweep), broken = Broken(sweep);
        long needed = Needed(sweep);
        string runs = sweep.Runs.Count == needed
            ? $"all {HumanText.Count(needed)} runs are done"
            : $"{HumanText.Count(sweep.Runs.Count)} of {HumanText.Count(needed)} runs are done";
        int early = sweep.Plan.Design.Points.Count(sweep.StoppedEarly);
        string stopped = early == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {early} points were precise enough early, which saved {sweep.Plan.MostRuns - needed} runs");
        string text = $"{runs}{stopped}{Of(failed, "failed")}{Of(broken, "broke expectations")}";
        console.Write(new Text(text, new Style(failed + broken == 0 ? Color.Green : Color.Red)));
        console.WriteLine();
    }

    /// <summary>The exit status that the runs ask for.</summary>
    internal static int ExitCodeOf(SweepResults sweep) =>
        Failed(sweep) > 0 ? ExitCode.RunFailed : Broken(sweep) > 0 ? ExitCode.ExpectationFailed : ExitCode.Success;

    private static int Failed(SweepResults sweep) => sweep.Runs.Count(run => run.Failed);

    private static int Broken(SweepResults sweep) => sweep.Runs.Count(run => run.ExpectationsFailed > 0);

    private static long Needed(SweepResults sweep) =>
        sweep.Plan.Design.Points.Sum(point => sweep.StoppedEarly(point) ? sweep.RunsOf(point).Count : (long)sweep.Plan.Seeds.Count);

    private static string Of(int runs, string what) => runs == 0 ? "" : $"; {HumanText.Count(runs)} {what}";
}
