namespace Wavetank.Scenarios.Reading;

/// <summary>A list.</summary>
internal sealed class SequenceElement(Place place) : Element(place)
{
    internal List<Element> Items { get; } = [];

    internal override string Description => "a list";
}
