using System.Globalization;

namespace Wavetank.Testing.Exploration;

/// <summary>What came of an exploration.</summary>
/// <param name="Seeds">The runs that passed, or up to the one that failed.</param>
/// <param name="Simulated">Simulated time of these runs, all together.</param>
/// <param name="Digest">One digest over the trace digests of these runs: the same whatever the number of workers.</param>
/// <param name="Failure">The run with the least seed that failed, or null where all passed.</param>
public sealed record ExplorationResult(int Seeds, TimeSpan Simulated, string Digest, SimulationFailedException? Failure)
{
    /// <summary>Throws the failure, if there is one.</summary>
    /// <exception cref="SimulationFailedException">A run failed.</exception>
    public ExplorationResult EnsurePassed() => Failure is null ? this : throw Failure;

    /// <summary>In a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Seeds} seeds, {Simulated.TotalHours:0.###} simulated hours, digest {Digest}, {(Failure is null ? "all passed" : $"seed {Failure.Seed} failed")}");
}
