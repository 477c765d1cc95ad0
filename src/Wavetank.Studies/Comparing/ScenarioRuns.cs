using Wavetank.Devices;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Running;
using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Comparing;

/// <summary>
/// Runs scenarios side by side, each on one thread at a time. Runs know nothing of each other, so the figures do not depend on how many
/// there are at once.
/// </summary>
/// <param name="prepare">Called with each network before it runs.</param>
internal sealed class ScenarioRuns(Action<Network>? prepare = null)
{
    private readonly RunningScenarios _running = new();
    private int _done;

    /// <summary>How many runs are complete. May be read from any thread.</summary>
    internal int Done => Volatile.Read(ref _done);

    /// <summary>Stops what runs and begins nothing more. May be called from any thread.</summary>
    internal void Stop() => _running.Stop();

    /// <summary>Runs all.</summary>
    /// <param name="scenarios">The scenarios, each with a name for its run.</param>
    /// <param name="workers">How many at once: 1 or more.</param>
    /// <returns>The figures, in the order of the scenarios.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="RunFailedException">A run failed; of several the first in the order of the scenarios.</exception>
    internal RunMetrics[] Execute(IReadOnlyList<(string Name, Scenario Scenario)> scenarios, int workers)
    {
        var figures = new RunMetrics[scenarios.Count];
        var failures = new RunFailedException?[scenarios.Count];
        int next = -1;
        Thread[] threads = [.. Enumerable.Range(0, Math.Min(workers, scenarios.Count)).Select(_ => new Thread(Work) { IsBackground = true })];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        if (_running.IsStopped)
            throw new OperationCanceledException("The runs were stopped.");
        return Array.Find(failures, failure => failure is not null) is { } first ? throw first : figures;

        void Work()
        {
            for (int i = Interlocked.Increment(ref next); i < scenarios.Count && !_running.IsStopped; i = Interlocked.Increment(ref next))
            {
                try
                {
                    using var run = new ScenarioRun(scenarios[i].Scenario);
                    prepare?.Invoke(run.Network);
                    if (_running.Execute(run) is not { } result)
                        return;
                    figures[i] = RunMetrics.Of(result);
                    Interlocked.Increment(ref _done);
                }
                catch (Exception exception)
                {
                    failures[i] = new RunFailedException(scenarios[i].Name, exception);
                }
            }
        }
    }
}
