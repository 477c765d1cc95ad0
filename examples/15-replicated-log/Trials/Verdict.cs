using ReplicatedLog.Raft;

namespace ReplicatedLog.Trials;

/// <summary>What must hold of a cluster after any storm: the properties of figure 3 of the paper, what clients were promised, and that it goes on.</summary>
public static class Verdict
{
    private static readonly TimeSpan TimeToRecover = TimeSpan.FromSeconds(5);

    /// <summary>Throws at the first property that does not hold.</summary>
    /// <param name="cluster">A cluster that has run.</param>
    /// <param name="healed">When the last fault was over, in simulated time; the run went on for 10 s or more.</param>
    /// <exception cref="SafetyException">A property does not hold.</exception>
    public static void Check(Cluster cluster, TimeSpan healed)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        CheckElections(cluster.Journal);
        SortedDictionary<long, Application> applied = CheckApplications(cluster.Journal);
        CheckLogs(cluster.Disks);
        Promises.Check(cluster.Journal, [.. applied.Values.Select(application => application.Entry)]);
        CheckDisks(cluster.Disks, applied);
        CheckProgress(cluster.Journal, healed);
    }

    /// <summary>At most one leader can be elected in a given term.</summary>
    private static void CheckElections(Journal journal)
    {
        var leaders = new Dictionary<long, Election>();
        foreach (Election election in journal.Elections)
        {
            if (!leaders.TryAdd(election.Term, election))
            {
                Election first = leaders[election.Term];
                throw new SafetyException(
                    "Election safety", $"replica {first.Replica} at {Text(first.Time)} and replica {election.Replica} at {Text(election.Time)} were both elected in term {election.Term}.");
            }
        }
    }

    /// <summary>No two replicas execute different entries at the same index.</summary>
    private static SortedDictionary<long, Application> CheckApplications(Journal journal)
    {
        var applied = new SortedDictionary<long, Application>();
        foreach (Application application in journal.Applications)
        {
            if (!applied.TryAdd(application.Index, application) && applied[application.Index].Entry != application.Entry)
            {
                Application first = applied[application.Index];
                throw new SafetyException(
                    "State machine safety",
                    $"at index {first.Index} replica {first.Replica} executed {first.Entry} at {Text(first.Time)}, and replica {application.Replica} {application.Entry} at {Text(application.Time)}.");
            }
        }

        return applied;
    }

    /// <summary>Where two logs have an entry of the same index and term, they are the same up to it.</summary>
    private static void CheckLogs(IReadOnlyList<Disk> disks)
    {
        for (int one = 0; one < disks.Count; one++)
        {
            for (int other = one + 1; other < disks.Count; other++)
            {
                bool isSame = true;
                foreach ((int index, (Entry first, Entry second)) in disks[one].Log.Zip(disks[other].Log).Index())
                {
                    if (first.Term == second.Term && (!isSame || first != second))
                    {
                        throw new SafetyException(
                            "Log matching", $"at index {index + 1} the logs of replicas {one + 1} and {other + 1} have entries of term {first.Term}, and differ there or before.");
                    }

                    isSame &= first == second;
                }
            }
        }
    }

    /// <summary>What was executed stays: a majority of the disks has it at the end.</summary>
    private static void CheckDisks(IReadOnlyList<Disk> disks, SortedDictionary<long, Application> applied)
    {
        foreach ((long index, Application application) in applied)
        {
            int count = disks.Count(disk => disk.Log.Count >= index && disk.Log[(int)index - 1] == application.Entry);
            if (count <= disks.Count / 2)
            {
                throw new SafetyException(
                    "Leader completeness", $"{application.Entry}, which replica {application.Replica} executed at {Text(application.Time)}, is at index {index} of {count} of {disks.Count} logs only.");
            }
        }
    }

    private static void CheckProgress(Journal journal, TimeSpan healed)
    {
        if (!journal.Operations.Any(operation => operation.Begin >= healed && operation.End <= healed + TimeToRecover))
        {
            throw new SafetyException("Progress", $"no command that was asked after {Text(healed)}, when all faults were over, was executed within {TimeToRecover.TotalSeconds} s.");
        }
    }

    private static string Text(TimeSpan time) => $"{time.TotalSeconds:0.000} s";
}
