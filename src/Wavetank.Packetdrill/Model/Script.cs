namespace Wavetank.Packetdrill.Model;

/// <summary>A script as it was read.</summary>
/// <param name="File">Its name, for messages.</param>
/// <param name="Options">The options at its head, in their order.</param>
/// <param name="Events">What is to happen, in the order of the lines.</param>
internal sealed record Script(string File, IReadOnlyList<ScriptOption> Options, IReadOnlyList<ScriptEvent> Events);
