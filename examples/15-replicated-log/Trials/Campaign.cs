using ReplicatedLog.Raft;

namespace ReplicatedLog.Trials;

/// <summary>Many seeds, on several threads: each trial is a simulation of its own, and gives the same whatever runs beside it.</summary>
internal static class Campaign
{
    /// <summary>Runs trials until all are done, or one has failed.</summary>
    /// <returns>The trials by seed. After a failure all up to the first that failed, and it.</returns>
    public static IReadOnlyList<Trial> Run(ulong first, int count, ReplicationBug bug, int threads)
    {
        var trials = new Trial?[count];
        int next = -1;
        int end = count;
        var workers = new List<Thread>();
        Exception? thrown = null;
        for (int i = 0; i < threads; i++)
        {
            workers.Add(new Thread(Work));
            workers[^1].Start();
        }

        workers.ForEach(worker => worker.Join());
        return thrown is null ? [.. trials.Take(end).Select(trial => trial!)] : throw new InvalidOperationException("A trial could not be run.", thrown);

        void Work()
        {
            for (int i = Interlocked.Increment(ref next); i < Volatile.Read(ref end); i = Interlocked.Increment(ref next))
            {
                try
                {
                    trials[i] = Trial.Run(first + (ulong)i, bug);
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }

                if (trials[i]?.Failure is not null || thrown is not null)
                {
                    InterlockedMin(ref end, i + 1);
                }
            }
        }
    }

    private static void InterlockedMin(ref int place, int value)
    {
        for (int seen = Volatile.Read(ref place); value < seen;)
        {
            int found = Interlocked.CompareExchange(ref place, value, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }
}
