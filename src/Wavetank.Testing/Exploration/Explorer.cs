using Wavetank.Testing.Running;

namespace Wavetank.Testing.Exploration;

/// <summary>Runs a test with many seeds, and finds the smallest story of a run that fails.</summary>
/// <remarks>
/// Runs are made on threads of their own, side by side, and what comes of them does not depend on how many there are. The least seed that
/// fails is the one that is told of.
/// </remarks>
public static class Explorer
{
    /// <summary>Explores a test whose simulations run by <see cref="Simulation.Run()"/>.</summary>
    /// <param name="test">The test: see <see cref="SimulationTest"/>.</param>
    /// <param name="options">Which runs are made. Default: the seeds 1 to 100.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static ExplorationResult Run(Action<Simulation> test, ExplorationOptions? options = null) =>
        RunAsync(test.ToSimulationTest(), options).GetAwaiter().GetResult();

    /// <summary>Explores a test.</summary>
    /// <param name="test">The test: see <see cref="SimulationTest"/>.</param>
    /// <param name="options">Which runs are made. Default: the seeds 1 to 100.</param>
    /// <param name="cancellationToken">Ends the exploration before its next run.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<ExplorationResult> RunAsync(SimulationTest test, ExplorationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(test);
        options ??= new ExplorationOptions();
        options.Validate();

        // No thread of the pool waits here: a simulation may need the only one that is left.
        return OwnThread.Run("exploration", new Campaign(test, options, cancellationToken).Run);
    }
}
