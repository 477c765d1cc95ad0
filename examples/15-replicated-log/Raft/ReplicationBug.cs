namespace ReplicatedLog.Raft;

/// <summary>Mistakes that implementations of Raft have made. A replica makes the one that it is told to.</summary>
public enum ReplicationBug
{
    /// <summary>It is as in the paper.</summary>
    None,

    /// <summary>It votes for whoever asks first, be its log ever so old (against §5.4.1).</summary>
    VotesForOldLogs,

    /// <summary>A leader takes entries of earlier terms for committed as soon as a majority has them (against §5.4.2; figure 8).</summary>
    CommitsEarlierTerms,

    /// <summary>After a crash it has forgotten whom it voted for (against figure 2, persistent state).</summary>
    ForgetsItsVote,

    /// <summary>It answers, and then writes to its disk (against figure 2, persistent state).</summary>
    AnswersBeforeSync,
}
