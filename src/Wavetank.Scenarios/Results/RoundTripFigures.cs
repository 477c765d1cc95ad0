using Wavetank.Recording.Metrics;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Results;

/// <summary>Round-trip times that an application measured.</summary>
/// <param name="Number">How many; 1 or more.</param>
/// <param name="Statistics">Every row of the table of statistics, in its order.</param>
public sealed record RoundTripFigures(long Number, IReadOnlyList<StatisticValue> Statistics)
{
    /// <summary>The figures of a histogram; null where it holds nothing.</summary>
    internal static RoundTripFigures? Of(Histogram values) => values.Count == 0
        ? null
        : new RoundTripFigures(values.Count, [.. StatisticKinds.Table.Rows.Select(row => new StatisticValue(row.Name, row.Of(values)))]);
}
