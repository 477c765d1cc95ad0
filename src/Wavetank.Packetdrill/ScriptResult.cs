namespace Wavetank.Packetdrill;

/// <summary>What came of a script.</summary>
/// <param name="Verdict">Whether it passed.</param>
/// <param name="Message">Why not, beginning with <c>file:line:column:</c>, on one or more lines; null where it passed.</param>
/// <param name="Output">What the script printed, line by line.</param>
public sealed record ScriptResult(ScriptVerdict Verdict, string? Message, IReadOnlyList<string> Output);
