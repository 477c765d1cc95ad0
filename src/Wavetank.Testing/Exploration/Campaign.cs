using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wavetank.Testing.Running;

namespace Wavetank.Testing.Exploration;

/// <summary>The runs of one exploration, side by side on threads of their own. Of a run that passes, its digest and its time are kept.</summary>
internal sealed class Campaign(SimulationTest test, ExplorationOptions options, CancellationToken cancellationToken)
{
    private readonly string[] _digests = new string[options.Seeds];
    private readonly TimeSpan[] _times = new TimeSpan[options.Seeds];
    private readonly Lock _lock = new();
    private Attempt? _failing;
    private int _next;

    // Indexes from here on need not be run: all below are, as they are taken in order.
    private int _end = options.Seeds;

    public ExplorationResult Run()
    {
        // Whether it waits for its turn on the thread pool shows in the first run, and then no two go on at a time.
        RunOne(Take()!.Value, out bool waited);
        int workers = waited ? 1 : options.Workers > 0 ? options.Workers : Environment.ProcessorCount;
        Task[] others = [.. Enumerable.Range(1, Math.Min(workers, options.Seeds) - 1).Select(number => OwnThread.Run($"exploration {number}", Work))];
        try
        {
            Work();
        }
        finally
        {
            // One by one: WhenAll would need a thread of the pool, whose only one may be waiting for this.
            foreach (Task other in others)
            {
                other.GetAwaiter().GetResult();
            }
        }

        int seeds = _failing is null ? options.Seeds : _end + 1;
        TimeSpan simulated = _times.Take(seeds).Aggregate(TimeSpan.Zero, (sum, time) => sum + time);
        return new ExplorationResult(seeds, simulated, DigestOf(seeds), _failing is null ? null : new Story(test, options, _failing).Tell());
    }

    private void Work()
    {
        while (Take() is { } index)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RunOne(index, out _);
        }
    }

    private int? Take()
    {
        lock (_lock)
        {
            return _next < _end ? _next++ : null;
        }
    }

    private void RunOne(int index, out bool waited)
    {
        var settings = new SimulationSettings { Seed = SeedOf(index), ShufflesTies = options.ShufflesTies, Kept = options.Faults?.ToHashSet() };
        Attempt attempt = Attempt.Run(test, settings, out waited);
        _digests[index] = attempt.Digest;
        _times[index] = attempt.Time.ToTimeSpan();
        lock (_lock)
        {
            if (attempt.Failure is not null && index < _end)
            {
                _end = index;
                _failing = attempt;
            }
        }
    }

    private ulong SeedOf(int index) => unchecked(options.FirstSeed + (ulong)index);

    private string DigestOf(int seeds)
    {
        string all = string.Join('\n', Enumerable.Range(0, seeds).Select(index => string.Create(CultureInfo.InvariantCulture, $"{SeedOf(index)} {_digests[index]}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(all)))[..16];
    }
}
