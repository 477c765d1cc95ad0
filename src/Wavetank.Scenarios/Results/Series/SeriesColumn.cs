namespace Wavetank.Scenarios.Results.Series;

/// <summary>A column of a time series.</summary>
/// <param name="Name">Its name, with the unit of its values.</param>
/// <param name="Kind">What its values are.</param>
internal sealed record SeriesColumn(string Name, SeriesColumnKind Kind);
