using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Reading;

/// <summary>A single value. Its text is taken as written: <c>7</c> and <c>"7"</c> are the same.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="text">The text without quotes.</param>
/// <param name="isPlain">Whether it stood without quotes.</param>
internal sealed class ScalarElement(Place place, string text, bool isPlain = true) : Element(place)
{
    internal string Text { get; } = text;

    /// <summary>Whether the key has no value: <c>delay:</c>, <c>delay: ~</c> or <c>delay: null</c>.</summary>
    internal bool IsNothing { get; } = isPlain && text is ("" or "~" or "null");

    internal override string Description => IsNothing ? "nothing" : Quoted.Text(Text);
}
