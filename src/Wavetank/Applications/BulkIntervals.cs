using Wavetank.Applications.Reports;

namespace Wavetank.Applications;

/// <summary>What a bulk transfer reports by interval, and the figures of it.</summary>
internal sealed class BulkIntervals
{
    private readonly ApplicationMetrics _metrics;
    private readonly IntervalReport _report;

    private BulkIntervals(ApplicationMetrics metrics, IntervalReport report)
    {
        _metrics = metrics;
        _report = report;
    }

    /// <summary>A connection begins; null where nothing is reported.</summary>
    public static BulkIntervals? Begin(ApplicationMetrics metrics, TimeSpan? interval, TimeProvider clock)
    {
        if (interval is null)
        {
            return null;
        }

        var report = metrics.Report as IntervalReport ?? new IntervalReport(interval.Value);
        metrics.Report = report;
        report.Begin(clock.GetTimestamp());
        return new BulkIntervals(metrics, report);
    }

    public void Add(long bytes, TimeProvider clock)
    {
        (long Least, long Most)? before = _report.Extremes;
        _report.Add(bytes, clock.GetTimestamp());
        if (_report.Extremes is { } now && now != before)
        {
            _metrics.SetFigure("slowest-interval", ApplicationFigure.Least(now.Least));
            _metrics.SetFigure("fastest-interval", ApplicationFigure.Most(now.Most));
        }
    }
}
