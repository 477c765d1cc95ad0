using Wavetank.Studies.Sweeping.Points;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>How far the runs of one point have come.</summary>
/// <param name="point">The point.</param>
/// <param name="plan">What was asked for.</param>
internal sealed class PointState(SweepPoint point, SweepPlan plan)
{
    private readonly RunRecord?[] _runs = new RunRecord?[plan.Seeds.Count];
    private readonly bool[] _isTaken = new bool[plan.Seeds.Count];
    private int _looked;

    /// <summary>The point.</summary>
    internal SweepPoint Point { get; } = point;

    /// <summary>How many seeds it needs, as far as is known.</summary>
    internal int Needed { get; private set; } = plan.Seeds.Count;

    /// <summary>Runs that are over, of those it needs.</summary>
    internal int Done { get; private set; }

    /// <summary>Of these, the ones that failed.</summary>
    internal int Failed { get; private set; }

    /// <summary>Takes a run to be made, if it is to be.</summary>
    internal bool Take(int seed)
    {
        if (seed >= Needed || _isTaken[seed])
            return false;
        return _isTaken[seed] = true;
    }

    /// <summary>Puts in a run that is over, and finds out whether it was the last one that is needed.</summary>
    /// <returns>The seeds, by their place, whose runs are over and turn out not to be needed; the run itself can be among them.</returns>
    internal IReadOnlyList<int> Add(int seed, RunRecord run)
    {
        _isTaken[seed] = true;
        if (seed >= Needed)
            return [seed];
        _runs[seed] = run;
        Done++;
        Failed += run.Failed ? 1 : 0;
        if (plan.Precision is not { } goal)
            return [];

        // One seed after the other, as a single worker would: which worker was faster must not decide what is enough.
        for (; _looked < Needed && _runs[_looked] is not null; _looked++)
        {
            if (PrecisionRule.IsReached(goal, _runs.Take(_looked + 1).ToArray()!))
                Needed = _looked + 1;
        }

        int[] surplus = [.. Enumerable.Range(Needed, _runs.Length - Needed).Where(i => _runs[i] is not null)];
        foreach (int i in surplus)
        {
            Done--;
            Failed -= _runs[i]!.Failed ? 1 : 0;
            _runs[i] = null;
        }

        return surplus;
    }
}
