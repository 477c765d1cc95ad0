using ReplicatedLog.Raft;
using Wavetank.Testing;

namespace ReplicatedLog.Trials;

/// <summary>A cluster in a storm, ten seconds of quiet, and the verdict.</summary>
/// <param name="Bug">A mistake that all replicas make.</param>
/// <param name="IsRough">Whether all can go wrong, and for longer.</param>
public sealed record Trial(ReplicationBug Bug, bool IsRough = false)
{
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(10);

    // A fault that matters is one of few in a short storm, and easy to tell from the others.
    private TimeSpan StormTime => TimeSpan.FromSeconds(IsRough ? 60 : 20);

    /// <summary>Runs one.</summary>
    /// <param name="simulation">An empty one.</param>
    /// <exception cref="SafetyException">A property does not hold.</exception>
    public void Run(Simulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        simulation.Network.Simulator.ForbidsEscapes = true;
        var cluster = Cluster.Build(simulation.Network, Bug);
        simulation.Storm(IsRough ? cluster.RoughStorm(StormTime) : cluster.Storm(StormTime));
        simulation.Run(StormTime + QuietTime);
        Verdict.Check(cluster, StormTime);
    }
}
