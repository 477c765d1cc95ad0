using Wavetank.Devices;
using Wavetank.Recording.EventLog;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Running;

/// <summary>Proves that a scenario does the same in every run, or names the first event that differs.</summary>
public static class Verification
{
    /// <summary>Runs a scenario several times and compares every packet event.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="runs">How often: 2 or more.</param>
    /// <param name="prepare">Called with the network of each run before it starts, to add programs of one's own; none by default.</param>
    /// <param name="running">Called with each run before it starts, so that it can be watched and stopped; nobody by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two runs.</exception>
    /// <exception cref="OperationCanceledException">A run was stopped, so there is nothing to compare.</exception>
    /// <exception cref="Wavetank.Engine.Programs.ProgramFailedException">A program failed with anything but an error of the network.</exception>
    public static DeterminismReport Verify(
        Scenario scenario, int runs = 2, Action<Network>? prepare = null, Action<ScenarioRun>? running = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return DeterminismCheck.Run(
            observe =>
            {
                using var run = new ScenarioRun(scenario);
                prepare?.Invoke(run.Network);
                observe(run.Network.Events);
                running?.Invoke(run);
                if (run.Execute().Outcome == Results.RunOutcome.Stopped)
                    throw new OperationCanceledException("The run was stopped.");
            },
            runs);
    }
}
