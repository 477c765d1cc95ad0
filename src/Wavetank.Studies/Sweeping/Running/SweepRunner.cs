using Wavetank.Studies.Sweeping.Results;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>
/// Makes the runs that a sweep's database lacks, several side by side, each on a thread of its own. What ends up in the database follows
/// from the plan alone, whatever the number of workers and however often it was interrupted.
/// </summary>
/// <param name="plan">What is asked for.</param>
/// <param name="database">Where runs are kept.</param>
/// <param name="execute">Makes one run; null where it was stopped. Called by several threads at once.</param>
internal sealed class SweepRunner(SweepPlan plan, SweepDatabase database, Func<SweepJob, ExecutedRun?> execute)
{
    private readonly Lock _lock = new();
    private readonly SweepSchedule _schedule = new(plan);
    private volatile bool _isStopped;
    private Exception? _failure;

    /// <summary>How far it has come. May be read from any thread.</summary>
    internal SweepProgress Progress
    {
        get
        {
            lock (_lock)
                return _schedule.Progress;
        }
    }

    /// <summary>Looks at what is there already; call it first.</summary>
    /// <param name="retryFailed">Whether runs that failed are made again.</param>
    internal void Resume(bool retryFailed)
    {
        IReadOnlyList<RunRecord> runs = database.Runs(plan.Precision?.Metrics ?? []);
        List<(int, long)> unwanted = [];
        foreach (RunRecord run in runs)
        {
            if (retryFailed && run.Failed)
                unwanted.Add((run.Point, run.Seed));
            else
                unwanted.AddRange(_schedule.Add(run));
        }

        database.Remove(unwanted);
    }

    /// <summary>Makes all runs that are lacking.</summary>
    /// <param name="workers">How many side by side.</param>
    /// <returns>The results of all runs; null where it was stopped.</returns>
    internal SweepResults? Run(int workers)
    {
        Thread[] threads = [.. Enumerable.Range(1, workers).Select(number => new Thread(Work) { Name = $"sweep-{number}", IsBackground = true })];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        if (_failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
        if (_isStopped)
            return null;
        SweepResults results = database.Results();
        database.Complete(results.Statistics);
        return results;
    }

    /// <summary>Begins no more runs. May be called from any thread; the caller stops those that are under way.</summary>
    internal void Stop() => _isStopped = true;

    private void Work()
    {
        try
        {
            while (Take() is { } job)
            {
                if (execute(job) is not { } executed)
                    return;
                Keep(executed);
            }
        }
        catch (Exception exception)
        {
            // Of the database or of this program: a run that fails is a result, and comes back as one.
            lock (_lock)
                _failure ??= exception;
            _isStopped = true;
        }
    }

    private SweepJob? Take()
    {
        lock (_lock)
            return _isStopped ? null : _schedule.Take();
    }

    private void Keep(ExecutedRun executed)
    {
        lock (_lock)
        {
            List<(int Point, long Seed)> surplus = [.. _schedule.Add(executed.Record)];
            if (!surplus.Remove((executed.Record.Point, executed.Record.Seed)))
                database.Add(executed.Record, executed.Metrics);
            database.Remove(surplus);
        }
    }
}
