namespace Wavetank.Scenarios.Report;

/// <summary>Where a run came from, for its report.</summary>
/// <param name="File">The scenario file, as it was named.</param>
/// <param name="Source">Its text; null where it is not at hand.</param>
/// <param name="Command">The command that does the same run again, ready for a shell.</param>
public sealed record ReportOrigin(string File, string? Source, string Command);
