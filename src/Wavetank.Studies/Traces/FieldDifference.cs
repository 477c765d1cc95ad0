namespace Wavetank.Studies.Traces;

/// <summary>A property of an event that is not the same on both sides.</summary>
/// <param name="Name">The property, as the log names it.</param>
/// <param name="A">Its value in A; null where A has none.</param>
/// <param name="B">Its value in B; null where B has none.</param>
internal sealed record FieldDifference(string Name, string? A, string? B);
