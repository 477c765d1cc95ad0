namespace Wavetank.Studies.Sweeping.Points;

/// <summary>One point of a sweep: a value for each parameter.</summary>
/// <param name="Id">From 1, in the order of the design.</param>
/// <param name="Values">For each parameter an index into its values.</param>
internal sealed record SweepPoint(int Id, IReadOnlyList<int> Values)
{
    /// <summary>The <c>--set</c> arguments that give this point.</summary>
    internal IReadOnlyList<string> Settings(IReadOnlyList<SweepParameter> parameters) =>
        [.. parameters.Select((parameter, i) => $"{parameter.Path}={parameter.Values[Values[i]]}")];
}
