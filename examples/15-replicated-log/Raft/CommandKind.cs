namespace ReplicatedLog.Raft;

/// <summary>What a command asks of the register.</summary>
public enum CommandKind : byte
{
    /// <summary>What value does it have?</summary>
    Get,

    /// <summary>Take this value.</summary>
    Set,
}
