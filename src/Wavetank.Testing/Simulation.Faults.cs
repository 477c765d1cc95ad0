using Wavetank.Devices.Faults.Storms;

namespace Wavetank.Testing;

/// <content>What goes wrong, and can be left out one by one when a failure is shrunk.</content>
public sealed partial class Simulation
{
    private readonly List<PlannedFault> _planned = [];
    private readonly List<int> _kept = [];

    /// <summary>All faults that the test planned, in its order, whether they take place or are left out to see what that changes.</summary>
    internal IReadOnlyList<PlannedFault> Planned => _planned;

    /// <summary>The places in <see cref="Planned"/> of those that take place.</summary>
    internal IReadOnlyList<int> Kept => _kept;

    /// <summary>The faults that take place, in the order in which the test planned them.</summary>
    public IReadOnlyList<PlannedFault> Faults => [.. _kept.Select(index => _planned[index])];

    /// <summary>
    /// Draws a storm of faults from the seed, and begins it. Of a failing run, faults are left out one by one, as long as it still fails.
    /// </summary>
    /// <param name="options">What may go wrong.</param>
    /// <returns>The faults that take place.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public IReadOnlyList<PlannedFault> Storm(StormOptions options) => Plan(Devices.Faults.Storms.Storm.Draw(Network, options));

    /// <summary>Begins faults that were planned, each at its time. Of a failing run they are left out one by one, as those of a storm are.</summary>
    /// <param name="faults">What goes wrong, and when.</param>
    /// <returns>The faults that take place.</returns>
    /// <exception cref="KeyNotFoundException">The network has not what one of them names.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time of one has passed.</exception>
    public IReadOnlyList<PlannedFault> Plan(params IReadOnlyList<PlannedFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        int first = _planned.Count;
        _planned.AddRange(faults);
        int[] kept = [.. Enumerable.Range(first, faults.Count).Where(index => _settings.Kept?.Contains(index) ?? true)];
        _kept.AddRange(kept);
        PlannedFault[] happening = [.. kept.Select(index => _planned[index])];
        Network.Faults.Begin(happening);
        return happening;
    }
}
