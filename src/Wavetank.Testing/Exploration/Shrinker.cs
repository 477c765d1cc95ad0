using Wavetank.Testing.Running;

namespace Wavetank.Testing.Exploration;

/// <summary>
/// Leaves out faults of a run that fails, as long as it fails in the same way: larger parts first, then one by one, until each that is
/// left is needed (the idea of Zeller and Hildebrandt 2002, "Simplifying and Isolating Failure-Inducing Input").
/// </summary>
internal sealed class Shrinker(SimulationTest test, Attempt failing, int budget)
{
    private readonly Attempt _failing = failing;
    private Attempt _least = failing;

    /// <summary>Runs that were made.</summary>
    public int Runs { get; private set; }

    /// <summary>Whether runs were left when nothing more could be left out.</summary>
    public bool IsDone => Runs < budget;

    public Attempt Shrink()
    {
        if (_least.Settings.ShufflesTies)
        {
            Try(_least.Settings with { ShufflesTies = false });
        }

        if (_least.Kept.Count > 0 && !TryKeep([]))
        {
            for (int part = (_least.Kept.Count + 1) / 2; ; part = (part + 1) / 2)
            {
                bool removed = RemoveParts(part);
                if (part == 1 && !removed)
                {
                    break;
                }
            }
        }

        return _least;
    }

    /// <summary>Tries to leave out each part of some faults. Whether one could be.</summary>
    private bool RemoveParts(int size)
    {
        bool removed = false;
        for (int start = 0; start < _least.Kept.Count && Runs < budget;)
        {
            if (TryKeep([.. _least.Kept.Take(start), .. _least.Kept.Skip(start + size)]))
            {
                removed = true;
            }
            else
            {
                start += size;
            }
        }

        return removed;
    }

    private bool TryKeep(IReadOnlyList<int> kept) => Try(_least.Settings with { Kept = kept.ToHashSet() });

    private bool Try(SimulationSettings settings)
    {
        if (Runs >= budget)
        {
            return false;
        }

        Runs++;
        Attempt attempt = Attempt.Run(test, settings, out _);
        if (!attempt.FailsLike(_failing))
        {
            return false;
        }

        _least = attempt;
        return true;
    }
}
