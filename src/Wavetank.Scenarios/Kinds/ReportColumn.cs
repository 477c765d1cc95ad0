namespace Wavetank.Scenarios.Kinds;

/// <summary>A column of what an application reports row by row.</summary>
/// <param name="Name">Its name, in results and over the table.</param>
/// <param name="Summary">What its cells say.</param>
/// <param name="Unit">What they are measured in; null for texts.</param>
public sealed record ReportColumn(string Name, string Summary, MetricUnit? Unit);
