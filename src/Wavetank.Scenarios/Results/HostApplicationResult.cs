using Wavetank.Applications.Reports;

namespace Wavetank.Scenarios.Results;

/// <summary>An application on one host.</summary>
/// <param name="Host">The host.</param>
/// <param name="Figures">What it measured.</param>
public sealed record HostApplicationResult(string Host, ApplicationFigures Figures)
{
    /// <summary>What it reported row by row, in the columns of its kind; empty where there is nothing.</summary>
    public IReadOnlyList<IReadOnlyList<ReportValue>> Rows { get; init; } = [];
}
