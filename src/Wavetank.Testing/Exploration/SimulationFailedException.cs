using Wavetank.Devices.Faults.Storms;

namespace Wavetank.Testing.Exploration;

/// <summary>
/// A run of an explored test failed. The message tells the smallest story of it that was found; the inner exception is what the test threw.
/// </summary>
public sealed class SimulationFailedException : Exception
{
    internal SimulationFailedException(string message, Exception inner, ulong seed, IReadOnlyList<PlannedFault> faults, IReadOnlyList<string> files)
        : base(message, inner)
    {
        Seed = seed;
        Faults = faults;
        Files = files;
    }

    /// <summary>The seed that fails.</summary>
    public ulong Seed { get; }

    /// <summary>The faults that it takes: without any one of them the run passes, unless the search was ended early.</summary>
    public IReadOnlyList<PlannedFault> Faults { get; }

    /// <summary>The full paths of the files that were written: capture, event log, output, figures.</summary>
    public IReadOnlyList<string> Files { get; }
}
