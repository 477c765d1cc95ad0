using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    public static ExplorationResult Run(Action<Simulation> test, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(test);

        // What does not wait for its turn on the thread pool may be waited for from anywhere.
        return RunAsync(
            simulation =>
            {
                test(simulation);
                return Task.CompletedTask;
            },
            options).GetAwaiter().GetResult();
    }

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
        return OwnThread.Run("exploration", () => Explore(test, options, cancellationToken));
    }

    private static ExplorationResult Explore(SimulationTest test, ExplorationOptions options, CancellationToken cancellationToken)
    {
        var attempts = new Attempt?[options.Seeds];
        Attempt first = attempts[0] = Attempt.Run(test, SettingsFor(options, 0), out bool waited);
        int workers = waited ? 1 : options.Workers > 0 ? options.Workers : Environment.ProcessorCount;
        if (first.Failure is null)
        {
            Work(workers, options.Seeds, index => attempts[index] = Attempt.Run(test, SettingsFor(options, index), out _), index => attempts[index]!.Failure is not null, cancellationToken);
        }

        int failed = Array.FindIndex(attempts, attempt => attempt?.Failure is not null);
        Attempt[] passed = [.. attempts.Take(failed < 0 ? options.Seeds : failed + 1).Select(attempt => attempt!)];
        SimulationFailedException? failure = failed < 0 ? null : new Story(test, options, attempts[failed]!).Tell();
        return new ExplorationResult(passed.Length, passed.Aggregate(TimeSpan.Zero, (sum, attempt) => sum + attempt.Time.ToTimeSpan()), DigestOf(passed), failure);
    }

    private static SimulationSettings SettingsFor(ExplorationOptions options, int index) => new()
    {
        Seed = unchecked(options.FirstSeed + (ulong)index),
        ShufflesTies = options.ShufflesTies,
        Kept = options.Faults?.ToHashSet(),
    };

    /// <summary>Lets workers take one index after the other, until one fails; all below it are then seen to.</summary>
    private static void Work(int workers, int count, Action<int> run, Func<int, bool> failed, CancellationToken cancellationToken)
    {
        int next = 0;
        int least = count;
        void TakeIndexes()
        {
            for (int index = Interlocked.Increment(ref next); index < Volatile.Read(ref least); index = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                run(index);
                for (int seen = Volatile.Read(ref least); failed(index) && index < seen; seen = Volatile.Read(ref least))
                {
                    Interlocked.CompareExchange(ref least, index, seen);
                }
            }
        }

        Task[] others = [.. Enumerable.Range(1, Math.Min(workers, count) - 1).Select(number => OwnThread.Run($"exploration {number}", () =>
        {
            TakeIndexes();
            return number;
        }))];
        try
        {
            TakeIndexes();
        }
        finally
        {
            // One by one: WhenAll would need a thread of the pool, whose only one may be waiting for this.
            foreach (Task other in others)
            {
                other.GetAwaiter().GetResult();
            }
        }
    }

    private static string DigestOf(IEnumerable<Attempt> attempts)
    {
        string all = string.Join('\n', attempts.Select(attempt => string.Create(CultureInfo.InvariantCulture, $"{attempt.Settings.Seed} {attempt.Digest}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(all)))[..16];
    }
}
