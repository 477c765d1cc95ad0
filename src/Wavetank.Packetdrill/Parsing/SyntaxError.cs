using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Parsing;

/// <summary>Ends the reading of one event; the parser notes it and goes on with the next.</summary>
internal sealed class SyntaxError(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
