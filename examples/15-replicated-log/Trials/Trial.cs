using ReplicatedLog.Raft;
using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Engine.Programs;

namespace ReplicatedLog.Trials;

/// <summary>One seed: a cluster in a storm, ten seconds of quiet, and the verdict.</summary>
/// <param name="Seed">Everything follows from it.</param>
/// <param name="Faults">What went wrong in the network.</param>
/// <param name="Answered">How many commands were answered.</param>
/// <param name="Elections">How many leaders there were.</param>
/// <param name="Digest">The trace digest of the run.</param>
/// <param name="Failure">What must not be: a property that does not hold, or a replica that threw. Null where all is well.</param>
internal sealed record Trial(ulong Seed, IReadOnlyList<PlannedFault> Faults, int Answered, int Elections, string Digest, Exception? Failure)
{
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(10);

    /// <summary>The simulated time of a trial.</summary>
    public static TimeSpan LengthOf(bool isRough) => StormTime(isRough) + QuietTime;

    /// <summary>Runs one.</summary>
    public static Trial Run(ulong seed, ReplicationBug bug, bool isRough = false)
    {
        using var network = new Network(seed);
        network.Simulator.ForbidsEscapes = true;
        var cluster = Cluster.Build(network, bug);
        TimeSpan healed = StormTime(isRough);
        IReadOnlyList<PlannedFault> faults = network.Faults.BeginStorm(isRough ? cluster.RoughStorm(healed) : cluster.Storm(healed));
        Exception? failure = null;
        try
        {
            network.Run(LengthOf(isRough));
            Verdict.Check(cluster, healed);
        }
        catch (Exception exception) when (exception is SafetyException or ProgramFailedException)
        {
            failure = exception;
        }

        Journal journal = cluster.Journal;
        return new Trial(seed, faults, journal.Operations.Count(operation => operation.End is not null), journal.Elections.Count, network.Events.DigestText, failure);
    }

    // A fault that matters is one of few in a short storm, and easy to tell from the others.
    private static TimeSpan StormTime(bool isRough) => TimeSpan.FromSeconds(isRough ? 60 : 20);
}
