using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

namespace Wavetank.Studies;

/// <summary>The scenarios that run at the moment, each on a thread of its own, so that all can be stopped at once. For any thread.</summary>
internal sealed class RunningScenarios
{
    private readonly Lock _lock = new();
    private readonly HashSet<ScenarioRun> _running = [];
    private volatile bool _isStopped;

    /// <summary>Whether they were stopped.</summary>
    internal bool IsStopped => _isStopped;

    /// <summary>Runs one on the calling thread.</summary>
    /// <returns>Its result; null where it was stopped, or never begun because all were.</returns>
    internal ScenarioResult? Execute(ScenarioRun run)
    {
        lock (_lock)
        {
            if (_isStopped)
                return null;
            _running.Add(run);
        }

        try
        {
            ScenarioResult result = run.Execute();
            return result.Outcome == RunOutcome.Stopped ? null : result;
        }
        finally
        {
            lock (_lock)
                _running.Remove(run);
        }
    }

    /// <summary>Stops those that run, and any that would begin.</summary>
    internal void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
            foreach (ScenarioRun run in _running)
                run.Stop();
        }
    }
}
