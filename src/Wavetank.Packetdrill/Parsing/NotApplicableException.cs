using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Parsing;

/// <summary>The script is right, but needs something that is outside of a simulator or is not modelled. The message says what.</summary>
internal sealed class NotApplicableException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
