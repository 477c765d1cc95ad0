using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>Makes the runs of a sweep. Several threads may use it at once: each run is a network of its own.</summary>
/// <param name="plan">What is asked for.</param>
/// <param name="prepare">Called with each network before it runs.</param>
internal sealed class ScenarioExecutor(SweepPlan plan, Action<Network>? prepare = null)
{
    private readonly Lock _lock = new();
    private readonly HashSet<ScenarioRun> _running = [];
    private bool _isStopped;

    /// <summary>Makes a run.</summary>
    /// <returns>What it gave, or why it failed; null where it was stopped.</returns>
    internal ExecutedRun? Execute(SweepJob job)
    {
        try
        {
            using var run = new ScenarioRun(ScenarioFile.Parse(plan.ScenarioText, plan.ScenarioFile, plan.Overrides(job.Point, job.Seed)));
            prepare?.Invoke(run.Network);
            if (!Begin(run))
                return null;
            try
            {
                ScenarioResult result = run.Execute();
                return result.Outcome == RunOutcome.Stopped ? null : RunCollector.Collect(job, result);
            }
            finally
            {
                End(run);
            }
        }
        catch (Exception exception)
        {
            return IsStopped() ? null : new ExecutedRun(new RunRecord { Point = job.Point.Id, Seed = job.Seed, Error = Describe(exception) }, []);
        }
    }

    /// <summary>Stops the runs that are under way, and any that would begin. May be called from any thread.</summary>
    internal void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
            foreach (ScenarioRun run in _running)
                run.Stop();
        }
    }

    private bool Begin(ScenarioRun run)
    {
        lock (_lock)
            return !_isStopped && _running.Add(run);
    }

    private void End(ScenarioRun run)
    {
        lock (_lock)
            _running.Remove(run);
    }

    private bool IsStopped()
    {
        lock (_lock)
            return _isStopped;
    }

    private static string Describe(Exception exception)
    {
        string text = exception switch
        {
            ScenarioException scenario => scenario.Problems[0].ToString(),
            ProgramFailedException or InvariantException => exception.Message,
            OutOfMemoryException => "the run needs more memory than there is",
            _ => $"internal error: {exception.GetType().Name}: {exception.Message}",
        };
        return text.ReplaceLineEndings(" ");
    }
}
