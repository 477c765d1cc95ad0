namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>A socket option whose value is a whole number.</summary>
/// <param name="Level">The names of its level.</param>
/// <param name="Name">Its name.</param>
/// <param name="Get">Gives its value.</param>
/// <param name="Set">Sets it; null where it cannot be set.</param>
internal sealed record OptionRow(string Level, string Name, Func<SocketFile, long> Get, Action<SocketFile, long>? Set = null);
