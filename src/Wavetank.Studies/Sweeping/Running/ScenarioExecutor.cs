using Wavetank.Devices;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Running;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>Makes the runs of a sweep. Several threads may use it at once: each run is a network of its own.</summary>
/// <param name="plan">What is asked for.</param>
/// <param name="prepare">Called with each network before it runs.</param>
internal sealed class ScenarioExecutor(SweepPlan plan, Action<Network>? prepare = null)
{
    private readonly RunningScenarios _running = new();

    /// <summary>Makes a run.</summary>
    /// <returns>What it gave, or why it failed; null where it was stopped.</returns>
    internal ExecutedRun? Execute(SweepJob job)
    {
        try
        {
            using var run = new ScenarioRun(ScenarioFile.Parse(plan.ScenarioText, plan.ScenarioFile, plan.Overrides(job.Point, job.Seed)));
            prepare?.Invoke(run.Network);
            return _running.Execute(run) is { } result ? RunCollector.Collect(job, result) : null;
        }
        catch (Exception exception)
        {
            return _running.IsStopped ? null : new ExecutedRun(new RunRecord { Point = job.Point.Id, Seed = job.Seed, Error = RunFailedException.Reason(exception) }, []);
        }
    }

    /// <summary>Stops the runs that are under way, and any that would begin. May be called from any thread.</summary>
    internal void Stop() => _running.Stop();
}
