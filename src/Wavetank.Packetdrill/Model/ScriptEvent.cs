namespace Wavetank.Packetdrill.Model;

/// <summary>One event: when, and what.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Time">When it is to happen.</param>
/// <param name="Action">What is to happen.</param>
internal sealed record ScriptEvent(Place Place, EventTime Time, ScriptAction Action);
