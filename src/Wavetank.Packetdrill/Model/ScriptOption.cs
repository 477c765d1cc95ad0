namespace Wavetank.Packetdrill.Model;

/// <summary>An option at the head of a script, such as <c>--ip_version=ipv6</c>.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">Its name without the dashes.</param>
/// <param name="Value">What stands behind the equals sign; empty without one.</param>
internal sealed record ScriptOption(Place Place, string Name, string Value);
