namespace ReplicatedLog.Raft;

/// <summary>What a replica is just now (figure 4).</summary>
internal enum Role
{
    Follower,
    Candidate,
    Leader,
}
