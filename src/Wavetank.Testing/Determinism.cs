using Wavetank.Recording.EventLog;
using Wavetank.Testing.Exploration;
using Wavetank.Testing.Running;

namespace Wavetank.Testing;

/// <summary>Whether a test does the same each time: what chance, time and order it takes from outside of the simulation shows here.</summary>
public static class Determinism
{
    /// <summary>Runs a test several times with one seed and compares the runs. The first event that differs is named.</summary>
    /// <param name="test">The test: see <see cref="SimulationTest"/>. That it fails is no difference.</param>
    /// <param name="seed">The seed. Default 1.</param>
    /// <param name="runs">How many runs are compared; 2 or more. Default 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two runs.</exception>
    public static Task<DeterminismResult> CheckAsync(SimulationTest test, ulong seed = 1, int runs = 2)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 2);
        return OwnThread.Run("determinism", () => Compare(test, new SimulationSettings { Seed = seed }, runs));
    }

    /// <summary>The same for a test whose simulation runs by <see cref="Simulation.Run()"/>.</summary>
    /// <param name="test">The test. That it fails is no difference.</param>
    /// <param name="seed">The seed. Default 1.</param>
    /// <param name="runs">How many runs are compared; 2 or more. Default 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two runs.</exception>
    public static DeterminismResult Check(Action<Simulation> test, ulong seed = 1, int runs = 2) =>
        CheckAsync(test.ToSimulationTest(), seed, runs).GetAwaiter().GetResult();

    private static DeterminismResult Compare(SimulationTest test, SimulationSettings settings, int runs)
    {
        DeterminismReport report = DeterminismCheck.Run(
            prepare => Attempt.Run(test, settings with
            {
                Observers = network =>
                {
                    prepare(network.Events);
                    return [];
                },
            }, out _),
            runs);
        return new DeterminismResult(report, report.Difference is { } difference ? [.. StacksAt(test, settings, difference.Number)] : []);
    }

    private static IEnumerable<string> StacksAt(SimulationTest test, SimulationSettings settings, long number)
    {
        for (int run = 0; run < 2; run++)
        {
            var stack = new StackAtEvent(number);
            Attempt.Run(test, settings with { Observers = _ => [stack] }, out _);
            if (stack.Text is { } text)
            {
                yield return text;
            }
        }
    }
}
