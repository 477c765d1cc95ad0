namespace ReplicatedLog.Raft;

/// <summary>The state machine: a register, and of each client its last command and the answer to it, so that none is executed twice (§8 of the paper).</summary>
public sealed class Register
{
    private readonly Dictionary<int, (long Sequence, long Result)> _sessions = [];
    private long _value;

    /// <summary>Executes a command, or gives the answer that it had the first time.</summary>
    /// <returns>The register's value after it; null where the client has gone on to a later command.</returns>
    public long? Apply(Command command) => Apply(command, out _);

    /// <summary>Executes a command, or gives the answer that it had the first time.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isFirst">Whether it was executed now.</param>
    /// <returns>The register's value after it; null where the client has gone on to a later command.</returns>
    public long? Apply(Command command, out bool isFirst)
    {
        (long sequence, long result) = _sessions.GetValueOrDefault(command.Client);
        isFirst = command.Sequence > sequence;
        if (!isFirst)
        {
            return command.Sequence == sequence ? result : null;
        }

        if (command.Kind == CommandKind.Set)
        {
            _value = command.Value;
        }

        _sessions[command.Client] = (command.Sequence, _value);
        return _value;
    }
}
