using Wavetank.Applications.Reports;

namespace Wavetank.Applications.Distributed;

/// <summary>What a member of a leader election measures: elections, terms, its reigns, and how long it was without a leader.</summary>
internal sealed class ElectionRecord
{
    private readonly ApplicationMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly TableReport _reigns;
    private readonly double _without;
    private readonly double _elections;
    private double _gaps;
    private long _lastHeard;
    private long _began;
    private long _term;
    private long _stood;
    private bool _leads;

    // Who begins knows of no leader.
    private bool _hasStood = true;

    public ElectionRecord(ApplicationMetrics metrics, TimeProvider clock, long term)
    {
        _term = term;
        _metrics = metrics;
        _clock = clock;
        _lastHeard = clock.GetTimestamp();
        _reigns = metrics.Report as TableReport ?? new TableReport();
        _metrics.Report = _reigns;
        _without = metrics.Before("without-leader");
        _elections = metrics.Before("elections");
        Measure();
    }

    /// <summary>It stands for election.</summary>
    public void Stands(long term)
    {
        (_term, _hasStood) = (term, true);
        _stood++;
        Measure();
    }

    /// <summary>It is elected.</summary>
    public void Wins(long term)
    {
        EndGap();
        (_term, _leads, _began) = (term, true, _lastHeard);
        _metrics.Count++;
        _reigns.Add(Row(null));
        Measure();
    }

    /// <summary>It led, and does no longer.</summary>
    public void Yields()
    {
        _leads = false;
        _lastHeard = _clock.GetTimestamp();
        _reigns.Rewrite(Row(_lastHeard));
        Measure();
    }

    /// <summary>It hears from a leader.</summary>
    public void Hears(long term)
    {
        // A leader that is followed by another without a word is missed since the last word of the first.
        _hasStood |= term != _term;
        EndGap();
        _term = term;
        Measure();
    }

    private void EndGap()
    {
        long now = _clock.GetTimestamp();
        if (_hasStood)
        {
            _gaps += now - _lastHeard;
        }

        (_lastHeard, _hasStood) = (now, false);
    }

    private ReportValue[] Row(long? until) =>
        [ReportValue.Of(_began), until is { } end ? ReportValue.Of(end) : default, ReportValue.Of(_term)];

    private void Measure()
    {
        double open = _hasStood ? _clock.GetTimestamp() - _lastHeard : 0;
        _metrics.SetFigure("leaders", ApplicationFigure.Sum(_leads ? 1 : 0));
        _metrics.SetFigure("term", ApplicationFigure.Most(_term));
        _metrics.SetFigure("elections", ApplicationFigure.Sum(_elections + _stood));
        _metrics.SetFigure("without-leader", ApplicationFigure.Mean(_without + _gaps + open, 1));
    }
}
