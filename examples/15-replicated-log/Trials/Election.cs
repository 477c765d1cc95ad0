namespace ReplicatedLog.Trials;

/// <summary>A replica was elected.</summary>
public sealed record Election(TimeSpan Time, int Replica, long Term);
