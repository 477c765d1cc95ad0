namespace Wavetank.Scenarios.Reading;

/// <summary>A piece of a scenario file as written: a scalar, a sequence or a mapping, with its place.</summary>
/// <remarks>Our own small tree: it bounds what a file may cost and lets overrides change values before they are checked.</remarks>
internal abstract class Element(Place place)
{
    internal Place Place { get; } = place;

    /// <summary>What this is, in words for a message: <c>a list</c>.</summary>
    internal abstract string Description { get; }
}
