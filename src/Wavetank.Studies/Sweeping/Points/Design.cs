using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>Which points a sweep has.</summary>
/// <param name="Kind">How they were chosen: <see cref="GridKind"/> or <see cref="HypercubeKind"/>.</param>
/// <param name="Description">What, with the scenario, makes the same points again; for a Latin hypercube its ranges, number and seed.</param>
/// <param name="Parameters">What is set, in the order given.</param>
/// <param name="Points">The points, in order.</param>
internal sealed record Design(string Kind, IReadOnlyList<string> Description, IReadOnlyList<SweepParameter> Parameters, IReadOnlyList<SweepPoint> Points)
{
    internal const string GridKind = "grid", HypercubeKind = "latin-hypercube";

    /// <summary>More points are a slip of the finger.</summary>
    internal const int MostPoints = 100_000;

    /// <summary>The grid of some parameters.</summary>
    /// <exception cref="SweepException">A parameter is given twice, or there are too many points.</exception>
    internal static Design Grid(IReadOnlyList<SweepParameter> parameters)
    {
        RefuseTwice(parameters.Select(parameter => parameter.Path));
        string[] description = [.. parameters.Select(parameter => $"--set {parameter.Path}={string.Join(',', parameter.Values.Select(ValueList.Quote))}")];
        return new Design(GridKind, description, parameters, GridPoints.Of(parameters));
    }

    internal static void RefuseTwice(IEnumerable<string> paths)
    {
        if (paths.GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new SweepException($"{Quoted.Text(twice.Key)} is set twice; list its values once, between commas");
    }
}
