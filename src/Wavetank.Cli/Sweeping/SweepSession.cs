using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Devices;
using Wavetank.Scenarios.Results;
using Wavetank.Studies.Sweeping;
using Wavetank.Studies.Sweeping.Results;
using Wavetank.Studies.Sweeping.Running;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Cli.Sweeping;

/// <summary>One start of a sweep, from the checked plan to what is printed and written.</summary>
internal sealed class SweepSession(Terminal terminal, Interruption interruption, SweepSettings settings, SweepOutput output, Action<Network>? prepare)
{
    /// <returns>The exit status.</returns>
    internal int Run(SweepPlan plan)
    {
        (SweepResults results, bool isComplete) = RunLacking(plan);
        output.Write(results, terminal, verdictOnly: settings.Quiet);
        if (isComplete)
            return SweepVerdict.ExitCodeOf(results);
        terminal.WriteErrorLine($"wavetank: stopped; what is done is in {settings.Database}, and the same command goes on from there");
        return interruption.ExitCode ?? ExitCode.Interrupted;
    }

    private (SweepResults Results, bool IsComplete) RunLacking(SweepPlan plan)
    {
        using SweepDatabase database = SweepDatabase.Open(settings.Database, plan);
        var executor = new ScenarioExecutor(plan, prepare);
        var runner = new SweepRunner(plan, database, executor.Execute);
        try
        {
            runner.Resume(settings.RetryFailed);
            Announce(plan, runner.Progress);
            interruption.StopWith(() =>
            {
                runner.Stop();
                executor.Stop();
            });
            SweepResults? results;
            using (SweepProgressLines? progress = settings.Quiet ? null : new SweepProgressLines(runner, terminal))
                results = runner.Run(settings.Workers);
            return (results ?? database.Results(), results is not null);
        }
        catch (SweepException exception)
        {
            // The plan was right: the disk is full, or the database is broken.
            throw new OutputFailedException(exception.Message, exception);
        }
    }

    private void Announce(SweepPlan plan, SweepProgress progress)
    {
        if (settings.Quiet)
            return;
        string there = progress.RunsDone == 0 ? "" : $", {HumanText.Count(progress.RunsDone)} of them already done";
        terminal.WriteErrorLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Design.Points.Count} {(plan.Design.Points.Count == 1 ? "point" : "points")}, {(plan.Precision is null ? "" : "at most ")}{HumanText.Count(progress.Runs)} runs{there}; {settings.Workers} side by side, into {settings.Database}"));
    }
}
