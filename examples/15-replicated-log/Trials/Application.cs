using ReplicatedLog.Raft;

namespace ReplicatedLog.Trials;

/// <summary>A replica executed an entry.</summary>
public sealed record Application(TimeSpan Time, int Replica, long Index, Entry Entry);
