namespace ReplicatedLog.Raft;

/// <summary>What a client asks of the register. Client and sequence name it: however often it is sent, it is executed once.</summary>
/// <param name="Client">The client, from 1 on.</param>
/// <param name="Sequence">The client's own count of its commands, from 1 on.</param>
/// <param name="Kind">What it asks.</param>
/// <param name="Value">What to set; zero for a get.</param>
public readonly record struct Command(int Client, long Sequence, CommandKind Kind, long Value)
{
    /// <summary>As <c>set 7 (2:14)</c>: the fourteenth command of client 2.</summary>
    public override string ToString() => Kind == CommandKind.Set ? $"set {Value} ({Client}:{Sequence})" : $"get ({Client}:{Sequence})";
}
