using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>
/// Which run is to be made next. Every point is run with the first seed, then every point with the second, and so on: so a sweep that is
/// cut short says something of all points, and hardly a run is begun that a precision makes superfluous. For one thread at a time.
/// </summary>
internal sealed class SweepSchedule
{
    private readonly SweepPlan _plan;
    private readonly PointState[] _points;
    private readonly Dictionary<long, int> _seedPlaces;
    private long _next;

    internal SweepSchedule(SweepPlan plan)
    {
        _plan = plan;
        _points = [.. plan.Design.Points.Select(point => new PointState(point, plan))];
        _seedPlaces = plan.Seeds.Index().ToDictionary(seed => seed.Item, seed => seed.Index);
    }

    /// <summary>Takes the next run; null where all have been taken.</summary>
    internal SweepJob? Take()
    {
        for (; _next < _plan.MostRuns; _next++)
        {
            PointState point = _points[_next % _points.Length];
            int seed = (int)(_next / _points.Length);
            if (point.Take(seed))
                return new SweepJob(point.Point, _plan.Seeds[seed]);
        }

        return null;
    }

    /// <summary>Puts in a run that is over.</summary>
    /// <returns>The runs that turn out not to be needed; it can be among them.</returns>
    internal IReadOnlyList<(int Point, long Seed)> Add(RunRecord run)
    {
        RunRecord light = run with { Values = _plan.Precision is { } goal ? run.Values.Where(value => goal.Metrics.Contains(value.Key)).ToDictionary() : new Dictionary<string, double>() };
        return [.. _points[run.Point - 1].Add(_seedPlaces[run.Seed], light).Select(seed => (run.Point, _plan.Seeds[seed]))];
    }

    /// <summary>How far it has come.</summary>
    internal SweepProgress Progress
    {
        get
        {
            long done = 0, needed = 0, failed = 0;
            int points = 0;
            foreach (PointState point in _points)
            {
                done += point.Done;
                needed += point.Needed;
                failed += point.Failed;
                points += point.Done == point.Needed ? 1 : 0;
            }

            return new SweepProgress(done, needed, failed, points, _points.Length);
        }
    }
}
