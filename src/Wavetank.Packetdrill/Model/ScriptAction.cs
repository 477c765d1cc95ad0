namespace Wavetank.Packetdrill.Model;

/// <summary>What an event does.</summary>
internal abstract record ScriptAction
{
    private ScriptAction()
    {
    }

    /// <summary>A packet that the script sends to the host.</summary>
    internal sealed record Inbound(PacketSpec Packet) : ScriptAction;

    /// <summary>A packet that the host is to send.</summary>
    internal sealed record Outbound(PacketSpec Packet) : ScriptAction;

    /// <summary>A system call and what it is to return.</summary>
    /// <param name="Name">The call.</param>
    /// <param name="Arguments">Its arguments.</param>
    /// <param name="Result">The result expected.</param>
    /// <param name="Errno">The name of the error expected; null where none is.</param>
    /// <param name="End">Of a call that blocks, when it is to return, in nanoseconds counted as the event's time is; null for others.</param>
    internal sealed record Call(string Name, IReadOnlyList<Argument> Arguments, Argument Result, string? Errno, long? End) : ScriptAction;

    /// <summary>Shell commands between backquotes.</summary>
    internal sealed record Command(string Text) : ScriptAction;

    /// <summary>Python code between <c>%{</c> and <c>}%</c>.</summary>
    /// <param name="Text">The code.</param>
    /// <param name="Start">Where it begins.</param>
    internal sealed record Code(string Text, Place Start) : ScriptAction;
}
