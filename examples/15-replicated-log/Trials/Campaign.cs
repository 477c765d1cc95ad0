using ReplicatedLog.Raft;

namespace ReplicatedLog.Trials;

/// <summary>Trials of many seeds on several threads. Each is a simulation of its own, and the same whatever runs beside it.</summary>
internal sealed class Campaign(ulong first, int count, ReplicationBug bug, bool isRough)
{
    private readonly Trial?[] _trials = new Trial?[count];
    private readonly Lock _lock = new();
    private int _next;
    private int _end = count;

    /// <summary>Runs the trials until all are done, or one has failed.</summary>
    /// <returns>The trials in the order of their seeds. The first one that failed is the last.</returns>
    public IReadOnlyList<Trial> Run(int threads)
    {
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work))];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        return [.. _trials.Take(_end).Select(trial => trial!)];
    }

    private void Work()
    {
        while (Take() is { } place)
        {
            Trial trial = Trial.Run(first + (ulong)place, bug, isRough);
            lock (_lock)
            {
                _trials[place] = trial;
                _end = trial.Failure is null ? _end : Math.Min(_end, place + 1);
            }
        }
    }

    private int? Take()
    {
        lock (_lock)
        {
            return _next < _end ? _next++ : null;
        }
    }
}
