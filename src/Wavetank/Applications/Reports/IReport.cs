namespace Wavetank.Applications.Reports;

/// <summary>What an application measured row by row.</summary>
internal interface IReport
{
    /// <summary>The rows so far; each has the columns that the application's kind names.</summary>
    IReadOnlyList<IReadOnlyList<ReportValue>> Rows { get; }
}
