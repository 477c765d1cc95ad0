using Wavetank.Engine;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>One of a file's values, each line equally likely.</summary>
/// <param name="File">The file as the scenario names it.</param>
internal sealed record EmpiricalDraw(string File) : Draw
{
    /// <summary>The file's values; null until the scenario that names it has been read.</summary>
    internal long[]? Values { get; init; }

    internal override long Next(RandomStream random) => Values is { } values
        ? values[random.NextInt64(values.Length)]
        : throw new InvalidOperationException($"The values of {File} are not read; read the distribution as part of a scenario.");
}
