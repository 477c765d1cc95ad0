namespace Wavetank.Scenarios.Reading;

/// <summary>Where a value stands: a line and a column of the file, or the override it came from.</summary>
/// <param name="Line">From 1; 0 for the file as a whole and for overrides.</param>
/// <param name="Column">From 1; 0 likewise.</param>
/// <param name="Override">The override as written, <c>PATH=VALUE</c>; null for what stands in the file.</param>
internal readonly record struct Place(int Line, int Column, string? Override = null)
{
    /// <summary>Another file that the scenario names; null for the scenario itself.</summary>
    internal string? File { get; init; }
}
