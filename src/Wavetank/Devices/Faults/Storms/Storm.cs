using Wavetank.Engine;

namespace Wavetank.Devices.Faults.Storms;

/// <summary>
/// A campaign of random faults. It is drawn before it happens, from the run's seed: what was drawn can be printed, kept, cut down, and
/// begun as a plain plan, which gives the same run.
/// </summary>
public sealed class Storm
{
    private const double LossOfBadLinks = 0.3;

    private readonly Network _network;
    private readonly StormOptions _options;
    private readonly string[] _hosts;
    private readonly string[] _links;
    private readonly Majority? _majority;

    private Storm(Network network, StormOptions options)
    {
        _network = network;
        _options = options;
        _hosts = [.. options.Hosts ?? network.Devices.OfType<Host>().Select(host => host.Name)];
        _links = [.. options.Links ?? network.Links.Select(link => link.Name)];
        _majority = options.KeepsMajority ? new Majority(network, _hosts) : null;
    }

    /// <summary>Draws the faults of a storm, in the order in which they begin. Each kind has dice of its own.</summary>
    /// <param name="network">The network, with all its devices and links.</param>
    /// <param name="options">What may go wrong.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IReadOnlyList<PlannedFault> Draw(Network network, StormOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new Storm(network, options).Draw();
    }

    private List<PlannedFault> Draw()
    {
        List<PlannedFault> wanted =
        [
            .. Times("crash", _options.Crashes, _hosts.Length > 0, OnHost(HostState.Crashed)),
            .. Times("stop", _options.Stops, _hosts.Length > 0, OnHost(HostState.Stopped)),
            .. Times("pause", _options.Pauses, _hosts.Length > 0, OnHost(HostState.Paused)),
            .. Times("cut", _options.Cuts, _links.Length > 0, (random, at, duration) => new PlannedCut(at, duration, Pick(random, _links))),
            .. Times("loss", _options.Losses, _links.Length > 0, (random, at, duration) => new PlannedLoss(at, duration, Pick(random, _links), LossOfBadLinks)),
            .. Times("partition", _options.Partitions, _hosts.Length > 1, Partition),
            .. Times("held-partition", _options.HeldPartitions, _hosts.Length > 1, (random, at, duration) => Partition(random, at, duration) with { Holds = true }),
            .. Times("flap", _options.Flaps, _links.Length > 0, Flap),
            .. Times("clock", _options.Clocks, _hosts.Length > 0, Clock),
            .. Times("exhaust-ports", _options.PortExhaustions, _hosts.Length > 0, Lacking(Shortage.Ports)),
            .. Times("fill-listen-queue", _options.FullListenQueues, _hosts.Length > 0 && _options.Ports.Count > 0, FullListenQueue),
            .. Times("fail-names", _options.NameFailures, _hosts.Length > 0, Lacking(Shortage.Names)),
            .. Times("fail-name-server", _options.NameServerFailures, _hosts.Length > 0, Lacking(Shortage.NameServer)),
        ];

        var planned = new List<PlannedFault>();
        foreach (PlannedFault fault in wanted.OrderBy(fault => fault.At))
        {
            if (_majority is null || _majority.Survives(planned, fault))
            {
                planned.Add(fault);
            }
        }

        return planned;
    }

    private IEnumerable<PlannedFault> Times(string kind, StormRate? rate, bool isPossible, Func<RandomStream, TimeSpan, TimeSpan, PlannedFault> create)
    {
        if (rate is null || !isPossible)
        {
            yield break;
        }

        RandomStream random = _network.Simulator.CreateRandomStream($"storm/{kind}");
        TimeSpan at = _options.From;
        while (true)
        {
            // Whole milliseconds, for people who read the plan.
            at += TimeSpan.FromMilliseconds(1 + (long)(random.NextExponential() * rate.Every.TotalMilliseconds));
            TimeSpan duration = TimeSpan.FromMilliseconds(
                (long)rate.Shortest.TotalMilliseconds + random.NextInt64((long)(rate.Longest - rate.Shortest).TotalMilliseconds + 1));
            if (at >= _options.Until)
            {
                yield break;
            }

            yield return create(random, at, _options.HealsByEnd && at + duration > _options.Until ? _options.Until - at : duration);
        }
    }

    private Func<RandomStream, TimeSpan, TimeSpan, PlannedFault> OnHost(HostState state) =>
        (random, at, duration) => new PlannedHostFault(at, duration, Pick(random, _hosts), state);

    private Func<RandomStream, TimeSpan, TimeSpan, PlannedFault> Lacking(Shortage what) =>
        (random, at, duration) => new PlannedShortage(at, duration, Pick(random, _hosts), what);

    private PlannedShortage FullListenQueue(RandomStream random, TimeSpan at, TimeSpan duration) =>
        new(at, duration, Pick(random, _hosts), Shortage.ListenQueue, _options.Ports[(int)random.NextInt64(_options.Ports.Count)]);

    private PlannedFlap Flap(RandomStream random, TimeSpan at, TimeSpan duration) => new(
        at, duration, Pick(random, _links), TimeSpan.FromMilliseconds(50 + random.NextInt64(451)), TimeSpan.FromMilliseconds(50 + random.NextInt64(1951)));

    private PlannedClock Clock(RandomStream random, TimeSpan at, TimeSpan duration) => new(
        at, duration, Pick(random, _hosts), TimeSpan.FromMilliseconds(random.NextInt64(20_001) - 10_000), (int)random.NextInt64(2001) - 1000);

    private PlannedPartition Partition(RandomStream random, TimeSpan at, TimeSpan duration)
    {
        // Each goes to a side by the toss of a coin; a side that nobody went to gets the last.
        List<string> first = [], second = [];
        foreach (string host in _hosts)
        {
            (random.NextBoolean(0.5) ? first : second).Add(host);
        }

        if (first.Count == 0 || second.Count == 0)
        {
            List<string> all = first.Count == 0 ? second : first;
            (first.Count == 0 ? first : second).Add(all[^1]);
            all.RemoveAt(all.Count - 1);
        }

        return new PlannedPartition(at, duration, first, second, random.NextInt64(3) == 0);
    }

    private static string Pick(RandomStream random, string[] names) => names[random.NextInt64(names.Length)];
}
