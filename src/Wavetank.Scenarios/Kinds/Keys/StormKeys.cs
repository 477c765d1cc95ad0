using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of <c>storm</c>.</summary>
internal static class StormKeys
{
    private const string RateExample = "{ every: 20s, shortest: 1s, longest: 5s }";

    private static readonly OrderedRange<Duration> Lasting = new(new Duration(1_000_000));

    internal static readonly Option<Duration> From = Option<Duration>.WithDefault(
        "from", ValueFormats.Duration, new Duration(0), "When it begins, from the start of the run.");

    internal static readonly Option<Duration> Until = Option<Duration>.Required(
        "until", ValueFormats.Duration, "When it is over: no fault begins later.", new OrderedRange<Duration>(Duration.Shortest));

    internal static readonly Section Crashes = new("crashes", "Hosts that lose their power, and how often; none when absent.", RateExample);

    internal static readonly Section Stops = new("stops", "Hosts whose applications end; none when absent.", RateExample);

    internal static readonly Section Pauses = new("pauses", "Hosts whose applications stand still; none when absent.", RateExample);

    internal static readonly Section Cuts = new("cuts", "Links that are cut; none when absent.", RateExample);

    internal static readonly Section Losses = new("losses", "Links that lose three of ten packets; none when absent.", RateExample);

    internal static readonly Section Partitions = new(
        "partitions", "A random half of the hosts, more or less, that cannot reach the others; one in three is one-way. None when absent.", RateExample);

    internal static readonly Section HeldPartitions = new(
        "held-partitions", "The same, but what is stopped is held and delivered when it is over; none when absent.", RateExample);

    internal static readonly Section Flaps = new(
        "flaps", "Links that go down for 50 to 500 ms and up for 50 to 2000 ms, over and over; none when absent.", RateExample);

    internal static readonly Section Clocks = new(
        "clocks", "Hosts whose clock is up to 10 s ahead or behind and drifts by up to 1000 ppm; none when absent.", RateExample);

    internal static readonly Section PortExhaustions = new("port-exhaustions", "Hosts that have no ephemeral ports; none when absent.", RateExample);

    internal static readonly Section FullListenQueues = new(
        "full-listen-queues", "Hosts of which one of the ports has a full listen queue; none when absent.", RateExample);

    internal static readonly Section NameFailures = new("name-failures", "Hosts whose look-ups of names fail; none when absent.", RateExample);

    internal static readonly Section NameServerFailures = new("name-server-failures", "Hosts whose DNS servers are silent; none when absent.", RateExample);

    internal static readonly ListOption<long> Ports = new("ports", ValueFormats.Port, "The ports whose listen queues may be full.");

    internal static readonly ListOption<string> Hosts = new("hosts", ValueFormats.Name, "The hosts and groups that suffer; all hosts when absent.");

    internal static readonly ListOption<string> Links = new("links", ValueFormats.LinkName, "The links and groups of links that suffer; all when absent.");

    internal static readonly Option<bool> KeepMajority = Option<bool>.Optional(
        "keep-majority", ValueFormats.Switch, "Whether more than half of those hosts always run and reach each other: a fault that would break it is left out; off when absent.");

    internal static readonly Option<bool> Heal = Option<bool>.Optional(
        "heal", ValueFormats.Switch, "Whether all faults are over when the storm is; on when absent.");

    internal static readonly Option<Duration> Every = Option<Duration>.Required(
        "every", ValueFormats.Duration, "The mean time from one to the next; they come independently of each other.", new OrderedRange<Duration>(Duration.Shortest));

    internal static readonly Option<Duration> Shortest = Option<Duration>.Required("shortest", ValueFormats.Duration, "The least that one lasts.", Lasting);

    internal static readonly Option<Duration> Longest = Option<Duration>.Required(
        "longest", ValueFormats.Duration, "The most that one lasts; each time between the two is equally likely.", Lasting);

    /// <summary>What there may be, each with how often.</summary>
    internal static readonly IReadOnlyList<Section> Faults =
    [
        Crashes, Stops, Pauses, Cuts, Losses, Partitions, HeldPartitions, Flaps, Clocks, PortExhaustions, FullListenQueues, NameFailures, NameServerFailures,
    ];

    internal static readonly IReadOnlyList<Option> OfRate = [Every, Shortest, Longest];

    internal static readonly IReadOnlyList<Key> All = [From, Until, .. Faults, Ports, Hosts, Links, KeepMajority, Heal];
}
