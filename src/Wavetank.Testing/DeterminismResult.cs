using Wavetank.Recording.EventLog;
using Wavetank.Testing.Assertions;

namespace Wavetank.Testing;

/// <summary>What <see cref="Determinism"/> found.</summary>
/// <param name="Report">The digests of the runs, and the first event that differs.</param>
/// <param name="Stacks">
/// The code that caused that event, as two further runs show it: one text, or two where they differ; empty where no code of the test did,
/// such as for an arrival.
/// </param>
public sealed record DeterminismResult(DeterminismReport Report, IReadOnlyList<string> Stacks)
{
    /// <summary>Whether all runs did the same.</summary>
    public bool IsDeterministic => Report.IsDeterministic;

    /// <summary>Throws if the runs differ.</summary>
    /// <exception cref="SimulationAssertException">They do; the message names the first event that differs, and its code.</exception>
    public DeterminismResult EnsureDeterministic() => IsDeterministic ? this : throw new SimulationAssertException(ToString());

    /// <summary>The result for people.</summary>
    public override string ToString() =>
        string.Join("\n", [Report.Describe(), .. Stacks.Distinct().Select(stack => $"It was caused here:\n{stack}")]);
}
