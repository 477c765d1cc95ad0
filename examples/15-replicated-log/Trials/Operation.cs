using ReplicatedLog.Raft;

namespace ReplicatedLog.Trials;

/// <summary>What a client asked, and what became of it.</summary>
/// <param name="begin">When the client began to ask.</param>
/// <param name="command">What it asked.</param>
public sealed class Operation(TimeSpan begin, Command command)
{
    /// <summary>When the client began to ask, in simulated time.</summary>
    public TimeSpan Begin { get; } = begin;

    /// <summary>What it asked.</summary>
    public Command Command { get; } = command;

    /// <summary>When it was answered; null where it gave up, and the command may or may not be executed, then or later.</summary>
    public TimeSpan? End { get; internal set; }

    /// <summary>The answer: the register's value after the command.</summary>
    public long? Result { get; internal set; }

    /// <summary>As <c>set 7 (2:14), answered 7 at 12.345 s</c>.</summary>
    public override string ToString() => End is { } end ? $"{Command}, answered {Result} at {end.TotalSeconds:0.000} s" : $"{Command}, never answered";
}
