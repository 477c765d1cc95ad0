namespace ReplicatedLog.Raft;

/// <summary>Mistakes that implementations of Raft make. A replica makes the one that it is told to.</summary>
public enum ReplicationBug
{
    /// <summary>It does as the paper says.</summary>
    None,

    /// <summary>It votes for whose log is not shorter than its own, whatever the terms of the last entries (against §5.4.1).</summary>
    VotesForLongerLogs,

    /// <summary>It votes for whoever asks first, however old the log (against §5.4.1).</summary>
    VotesForOldLogs,

    /// <summary>As leader it takes an entry of an earlier term for committed as soon as a majority has it (against §5.4.2; figure 8).</summary>
    CommitsEarlierTerms,

    /// <summary>After a crash it does not know whom it voted for (against figure 2, persistent state).</summary>
    ForgetsItsVote,

    /// <summary>It answers at once, and what it answered is safe up to a second later (against figure 2, persistent state).</summary>
    SyncsOnceASecond,
}
