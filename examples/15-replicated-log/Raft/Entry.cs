namespace ReplicatedLog.Raft;

/// <summary>An entry of the log.</summary>
/// <param name="Term">The term of the leader that took it from a client.</param>
/// <param name="Command">What it says.</param>
public readonly record struct Entry(long Term, Command Command)
{
    /// <summary>As <c>set 7 (2:14) of term 3</c>.</summary>
    public override string ToString() => $"{Command} of term {Term}";
}
