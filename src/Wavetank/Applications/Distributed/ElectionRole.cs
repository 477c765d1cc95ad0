namespace Wavetank.Applications.Distributed;

/// <summary>What a member of a leader election is just now.</summary>
internal enum ElectionRole
{
    /// <summary>It follows a leader, or waits for one.</summary>
    Follower,

    /// <summary>It asks the others for their votes.</summary>
    Candidate,

    /// <summary>More than half of the members voted for it.</summary>
    Leader,
}
