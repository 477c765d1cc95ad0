using System.Net;
using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Links;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Devices.Faults;

public sealed class StormTests
{
    private static readonly StormRate Often = new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(4));

    private static StormOptions Everything => new()
    {
        From = TimeSpan.FromSeconds(5),
        Until = TimeSpan.FromMinutes(2),
        Crashes = Often,
        Stops = Often,
        Pauses = Often,
        Cuts = Often,
        Losses = Often,
        Partitions = Often,
        HeldPartitions = Often,
        Flaps = Often,
        Clocks = Often,
        PortExhaustions = Often,
        FullListenQueues = Often,
        NameFailures = Often,
        NameServerFailures = Often,
        Ports = [7, 8],
    };

    [Fact]
    public void The_same_seed_draws_the_same_storm_and_another_seed_another()
    {
        string[] first = Texts(1, Everything), again = Texts(1, Everything), other = Texts(2, Everything);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Faults_come_at_their_rate_and_last_within_their_bounds()
    {
        StormOptions options = Everything with { Until = TimeSpan.FromHours(1), HealsByEnd = false };
        IReadOnlyList<PlannedFault> plan = Draw(1, options);

        // A Poisson process: mean n, standard deviation sqrt(n), with n the span over the mean gap (and half a millisecond of rounding).
        double expected = (options.Until - options.From) / (Often.Every + TimeSpan.FromMilliseconds(0.5));
        int cuts = plan.OfType<PlannedCut>().Count();
        Assert.InRange(cuts, expected - (3 * Math.Sqrt(expected)), expected + (3 * Math.Sqrt(expected)));
        Assert.All(plan, fault => Assert.InRange(fault.For, Often.Shortest, Often.Longest));
        Assert.All(plan, fault => Assert.InRange(fault.At, options.From, options.Until));
        Assert.Equal(plan.OrderBy(fault => fault.At), plan);
    }

    [Fact]
    public void Another_kind_of_fault_moves_nobody_elses_dice()
    {
        string[] alone = Texts(1, Everything with { Crashes = null, Partitions = null });
        Assert.Subset(Texts(1, Everything).ToHashSet(), alone.ToHashSet());
    }

    [Fact]
    public void Every_kind_of_fault_comes_in_a_storm()
    {
        using Network network = CreateNetwork(1);
        string[] kinds = [.. Storm.Draw(network, Everything).Select(planned => planned.Create(network).Kind).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["clock", "crash", "cut", "exhaust-ports", "fail-name-server", "fail-names", "fill-listen-queue", "flap", "partition", "pause", "set", "stop"], kinds);
    }

    [Fact]
    public void A_storm_heals_by_its_end() =>
        Assert.All(Draw(1, Everything), fault => Assert.True(fault.At + fault.For <= Everything.Until));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_majority_is_kept_running_and_connected(int seed)
    {
        StormOptions options = Everything with { KeepsMajority = true, Cuts = null, Losses = null, Flaps = null };
        IReadOnlyList<PlannedFault> plan = Draw((ulong)seed, options);
        Assert.NotEmpty(plan.OfType<PlannedHostFault>());
        Assert.NotEmpty(plan.OfType<PlannedPartition>());

        // By brute force: at each millisecond at which a fault begins, some three of the five run and stand on one side of each partition.
        string[] hosts = ["n1", "n2", "n3", "n4", "n5"];
        foreach (TimeSpan instant in plan.Select(fault => fault.At))
        {
            PlannedFault[] active = [.. plan.Where(fault => fault.At <= instant && instant < fault.At + fault.For)];
            Assert.Contains(Threes(hosts), three => active.All(fault => fault switch
            {
                PlannedHostFault down => !three.Contains(down.Host),
                PlannedPartition partition => !(three.Any(partition.First.Contains) && three.Any(partition.Second.Contains)),
                _ => true,
            }));
        }
    }

    [Fact]
    public void Cuts_count_for_the_majority()
    {
        StormOptions options = new() { Until = TimeSpan.FromMinutes(5), Cuts = Often, KeepsMajority = true };
        PlannedCut[] plan = [.. Draw(1, options).Cast<PlannedCut>()];
        int[] cutAtOnce = [.. plan.Select(cut => plan.Where(other => other.At <= cut.At && cut.At < other.At + other.For).DistinctBy(other => other.Link).Count())];
        Assert.Equal(2, cutAtOnce.Max());
    }

    [Fact]
    public void A_plan_begun_as_such_gives_the_digest_that_the_storm_gave()
    {
        using Network stormy = NetworkWithTraffic(7);
        IReadOnlyList<PlannedFault> plan = stormy.Faults.BeginStorm(Everything);
        string expected = stormy.Run(TimeSpan.FromMinutes(3)).Digest;

        using Network replayed = NetworkWithTraffic(7);
        replayed.Faults.Begin(plan);
        Assert.Equal(expected, replayed.Run(TimeSpan.FromMinutes(3)).Digest);

        using Network calm = NetworkWithTraffic(7);
        Assert.NotEqual(expected, calm.Run(TimeSpan.FromMinutes(3)).Digest);
    }

    [Fact]
    public void A_planned_fault_reads_as_an_entry_of_a_timeline()
    {
        TimeSpan at = TimeSpan.FromSeconds(1.5), duration = TimeSpan.FromMilliseconds(20);
        Assert.Equal("- { at: 1500ms, crash: n1, for: 20ms }", new PlannedHostFault(at, duration, "n1", HostState.Crashed).ToString());
        Assert.Equal("- { at: 1500ms, flap: n1-hub, down: 50ms, up: 70ms, for: 20ms }", new PlannedFlap(at, duration, "n1-hub", TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(70)).ToString());
        Assert.Equal("- { at: 1500ms, clock: n1, offset: -1500ms, drift: 50ppm, for: 20ms }", new PlannedClock(at, duration, "n1", -at, 50).ToString());
        Assert.Equal("- { at: 1500ms, fill-listen-queue: \"n1:7\", for: 20ms }", new PlannedShortage(at, duration, "n1", Shortage.ListenQueue, 7).ToString());
        Assert.Equal("- { at: 1500ms, fail-name-server: n1, for: 20ms }", new PlannedShortage(at, duration, "n1", Shortage.NameServer).ToString());
        Assert.Equal("- { at: 1500ms, set: n1-hub, loss: 30%, for: 20ms }", new PlannedLoss(at, duration, "n1-hub", 0.3).ToString());
        Assert.Equal("- { at: 1500ms, partition: [n1], from: [n2, n3], one-way: on, for: 20ms }", new PlannedPartition(at, duration, ["n1"], ["n2", "n3"], true).ToString());
    }

    [Fact]
    public void A_plan_that_names_what_is_not_there_is_refused_whole()
    {
        using Network network = CreateNetwork(1);
        Assert.Throws<KeyNotFoundException>(() => network.Faults.Begin(
            [new PlannedCut(default, TimeSpan.FromSeconds(1), "n1-hub"), new PlannedCut(default, TimeSpan.FromSeconds(1), "n9-hub")]));
        network.Run(TimeSpan.FromSeconds(2));
        Assert.Empty(network.Faults.Events);
    }

    [Fact]
    public void Storms_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Draw(1, Everything with { Until = TimeSpan.Zero }));
        Assert.Throws<ArgumentException>(() => Draw(1, Everything with { Ports = [0] }));
        Assert.Throws<ArgumentException>(() => Draw(1, Everything with { Cuts = Often with { Longest = TimeSpan.Zero } }));
    }

    private static IEnumerable<string[]> Threes(string[] of) =>
        from a in of from b in of from c in of where string.CompareOrdinal(a, b) < 0 && string.CompareOrdinal(b, c) < 0 select (string[])[a, b, c];

    private static string[] Texts(ulong seed, StormOptions options) => [.. Draw(seed, options).Select(fault => fault.ToString())];

    private static IReadOnlyList<PlannedFault> Draw(ulong seed, StormOptions options)
    {
        using Network network = CreateNetwork(seed);
        return Storm.Draw(network, options);
    }

    private static Network CreateNetwork(ulong seed)
    {
        var network = new Network(seed);
        Router hub = network.AddRouter("hub");
        for (int i = 1; i <= 5; i++)
        {
            network.Connect(network.AddHost($"n{i}"), hub, new LinkOptions { Delay = TimeSpan.FromMilliseconds(5) });
        }

        return network;
    }

    /// <summary>Every host sends a datagram each 100 ms to the next.</summary>
    private static Network NetworkWithTraffic(ulong seed)
    {
        Network network = CreateNetwork(seed);
        Host[] hosts = [.. network.Devices.OfType<Host>()];
        for (int i = 0; i < hosts.Length; i++)
        {
            var next = new IPEndPoint(hosts[(i + 1) % hosts.Length].Address, 7);
            hosts[i].AddService(async () =>
            {
                using var socket = new UdpClient(7);
                while (true)
                {
                    await socket.SendAsync(new byte[10], next);
                    await network.Delay(TimeSpan.FromMilliseconds(100));
                }
            });
        }

        return network;
    }
}
