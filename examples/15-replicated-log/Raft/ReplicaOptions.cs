namespace ReplicatedLog.Raft;

/// <summary>A group of replicas, and which of them this one is.</summary>
public sealed record ReplicaOptions
{
    /// <summary>The host names of all replicas; the first is number 1.</summary>
    public required IReadOnlyList<string> Group { get; init; }

    /// <summary>Which one this is, from 1 on.</summary>
    public required int Id { get; init; }

    /// <summary>Where replicas listen. Default 7000.</summary>
    public int Port { get; init; } = 7000;

    /// <summary>How long a leader is silent at most. Default 100 ms: several round trips, and several of them in an election timeout.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The least time without a leader after which a replica stands for election, which is random up to twice this. Default 300 ms.</summary>
    public TimeSpan ElectionTimeout { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The mistake to make. Default: none.</summary>
    public ReplicationBug Bug { get; init; }
}
