using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Comparison;

/// <summary>What the runs of a comparison gave: by row and side, in the order in which they ran.</summary>
internal sealed class RunLog
{
    private readonly Dictionary<(string Name, Side Side), List<Figures>> _runs = [];

    public void Add(string name, Side side, Figures figures)
    {
        if (!_runs.TryGetValue((name, side), out List<Figures>? list))
        {
            _runs.Add((name, side), list = []);
        }

        list.Add(figures);
    }

    /// <summary>Whether that side ran that row.</summary>
    public bool Has(string name, Side side) => _runs.ContainsKey((name, side));

    /// <summary>The run whose CPU time is the median (the lower one of two), or null where that side did not run.</summary>
    public Figures? Median(string name, Side side)
    {
        if (!_runs.TryGetValue((name, side), out List<Figures>? list))
        {
            return null;
        }

        Figures[] sorted = [.. list.OrderBy(run => run.CpuSeconds)];
        return sorted[(sorted.Length - 1) / 2];
    }

    /// <summary>How far the CPU times lie apart: the largest to the smallest.</summary>
    public double Spread(string name, Side side)
    {
        IEnumerable<double> times = _runs[(name, side)].Select(run => run.CpuSeconds);
        return times.Max() / times.Min();
    }
}
