namespace Wavetank.Packetdrill;

/// <summary>Something in a script that cannot be read.</summary>
/// <param name="File">The script.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record ScriptProblem(string File, int Line, int Column, string Message)
{
    /// <summary>As <c>file:line:column: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
