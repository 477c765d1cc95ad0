namespace Wavetank.Scenarios.Graphs;

/// <summary>A place in a text, both from 1; the default is the text as a whole.</summary>
internal readonly record struct TextPlace(int Line, int Column);
