using System.Diagnostics;
using ReplicatedLog.Raft;
using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;

namespace ReplicatedLog.Trials;

/// <summary>One seed: a cluster, a storm of a minute, ten seconds of quiet, and the verdict.</summary>
public sealed record Trial(ulong Seed, IReadOnlyList<PlannedFault> Faults, int Answered, int Elections, string Digest, TimeSpan CpuTime, SafetyException? Failure)
{
    private static readonly TimeSpan StormTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(10);

    /// <summary>The simulated time of a trial.</summary>
    public static TimeSpan Length => StormTime + QuietTime;

    /// <summary>Runs one.</summary>
    /// <param name="seed">Every choice follows from it.</param>
    /// <param name="bug">The mistake of the replicas.</param>
    /// <param name="faults">The faults; null for those of a storm.</param>
    public static Trial Run(ulong seed, ReplicationBug bug, IReadOnlyList<PlannedFault>? faults = null)
    {
        long start = Stopwatch.GetTimestamp();
        using var network = new Network(seed);
        network.Simulator.ForbidsEscapes = true;
        var cluster = Cluster.Build(network, bug);
        faults ??= Storm.Draw(network, cluster.Storm(StormTime));
        network.Faults.Begin(faults);
        RunResult result = network.Run(Length);
        SafetyException? failure = null;
        try
        {
            Verdict.Check(cluster, StormTime);
        }
        catch (SafetyException exception)
        {
            failure = exception;
        }

        Journal journal = cluster.Journal;
        return new Trial(seed, faults, journal.Operations.Count(item => item.End is not null), journal.Elections.Count, result.Digest, Stopwatch.GetElapsedTime(start), failure);
    }
}
