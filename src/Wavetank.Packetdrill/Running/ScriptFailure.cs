using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Running;

/// <summary>The host did not do what the script says; the message says what it did, on one or more lines.</summary>
internal sealed class ScriptFailure(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
