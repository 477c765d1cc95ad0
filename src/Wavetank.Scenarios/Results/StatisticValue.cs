namespace Wavetank.Scenarios.Results;

/// <summary>One statistic of measured times.</summary>
/// <param name="Name">The row of the table of statistics: <c>min</c>, <c>mean</c>, <c>p50</c> and so on.</param>
/// <param name="Nanoseconds">Its value.</param>
public sealed record StatisticValue(string Name, long Nanoseconds);
