namespace Wavetank.Testing.Exploration;

/// <summary>Which runs of a test are made, and what becomes of one that fails.</summary>
public sealed record ExplorationOptions
{
    /// <summary>The test's name, for messages and folders. Default: <c>simulation</c>.</summary>
    public string Name { get; init; } = "simulation";

    /// <summary>The first seed. Default 1.</summary>
    public ulong FirstSeed { get; init; } = 1;

    /// <summary>How many seeds are run, one after the other; more than zero. Default 100.</summary>
    public int Seeds { get; init; } = 100;

    /// <summary>
    /// How many runs go on at a time; the result is the same. Default 0: as many as there are processors. A test that waits for
    /// <see cref="Simulation.RunAsync()"/> goes one at a time in any case.
    /// </summary>
    public int Workers { get; init; }

    /// <summary>Whether the order of what is due at the same instant is drawn from the seed: <see cref="Engine.Simulator.ShuffleTies"/>. Default: yes.</summary>
    public bool ShufflesTies { get; init; } = true;

    /// <summary>
    /// The faults that take place, by their place among those that the test plans, counted from 0; the others are left out. To replay a
    /// failure that was shrunk. Default: null, all.
    /// </summary>
    public IReadOnlyList<int>? Faults { get; init; }

    /// <summary>The most runs that are spent on leaving out faults of a run that fails; 0 for none. Default 500.</summary>
    public int ShrinkRuns { get; init; } = 500;

    /// <summary>
    /// The folder into which the files of a run that fails are written, each run into one of its own. Default: null, no files are written.
    /// </summary>
    public string? Folder { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(Name);
        ArgumentOutOfRangeException.ThrowIfLessThan(Seeds, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Workers);
        ArgumentOutOfRangeException.ThrowIfNegative(ShrinkRuns);
    }
}
