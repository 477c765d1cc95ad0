namespace Wavetank.Scenarios.Kinds;

/// <summary>What an application reports row by row, beside its figures.</summary>
/// <param name="Title">What the rows are, as the title of a table.</param>
/// <param name="Summary">One sentence that says what a row is, and when there are any.</param>
/// <param name="Columns">The columns.</param>
public sealed record ReportKind(string Title, string Summary, params IReadOnlyList<ReportColumn> Columns);
