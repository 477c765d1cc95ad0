using ReplicatedLog.Raft;

namespace ReplicatedLog.Transport;

/// <summary>What replicas and clients say to each other.</summary>
internal abstract record Message;

/// <summary>The RequestVote RPC of figure 2.</summary>
internal sealed record VoteRequest(long Term, int Candidate, long LastIndex, long LastTerm) : Message;

/// <summary>Its answer.</summary>
internal sealed record VoteReply(long Term, int Voter, bool IsGranted) : Message;

/// <summary>The AppendEntries RPC of figure 2; without entries it is a heartbeat.</summary>
internal sealed record AppendRequest(long Term, int Leader, long PreviousIndex, long PreviousTerm, Entry[] Entries, long Commit) : Message;

/// <summary>Its answer: up to which index the follower's log is the leader's, or where it may begin to be.</summary>
internal sealed record AppendReply(long Term, int Follower, bool IsMatch, long Index) : Message;

/// <summary>A client has a command.</summary>
internal sealed record ClientRequest(Command Command) : Message;

/// <summary>The command was executed, or the replica does not lead: then who does, as far as it knows; 0 for nobody.</summary>
internal sealed record ClientReply(long Sequence, bool IsDone, long Value, int Leader) : Message;
