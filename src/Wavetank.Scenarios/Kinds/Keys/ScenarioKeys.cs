using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys at the top of a scenario.</summary>
internal static class ScenarioKeys
{
    internal static readonly Option<string> Name = Option<string>.Optional(
        "name", ValueFormats.Text, "A title for reports; the file's name when absent.");

    internal static readonly Option<ulong> Seed = Option<ulong>.WithDefault(
        "seed", ValueFormats.Seed, 1, "Where every random choice comes from; same scenario and seed, same run.");

    internal static readonly Option<Duration> Duration = Option<Duration>.Optional(
        "duration", ValueFormats.Duration, "Simulated time after which the run ends; without it, the run ends when nothing is left to happen.",
        new OrderedRange<Duration>(Units.Duration.Shortest));

    internal static readonly Option<Duration> TimeSeries = Option<Duration>.Optional(
        "time-series", ValueFormats.Duration,
        "How often TCP connections are sampled into the results; each keeps at most 512 samples and then takes half as many; not at all when absent.",
        new OrderedRange<Duration>(Units.Duration.Shortest));

    internal static readonly Option<Duration> ConvergenceDelay = Option<Duration>.WithDefault(
        "convergence-delay", ValueFormats.Duration, new Duration(200_000_000),
        "How long after a link was cut or restored the routers have their new routes; 0s for at once.");

    internal static readonly Section Devices = new(
        "devices", "The devices by name; may be absent where there is a topology.", "{ server: { kind: host } }", isRequired: true);

    internal static readonly Section Topology = new(
        "topology", "Devices and links by their shape, or from a file: one, or a list of several.", "{ kind: star, hosts: 5 }");

    internal static readonly Section Links = new("links", "The links between devices.", "[{ between: [client, server], delay: 20ms }]");

    internal static readonly Section Applications = new("applications", "The programs that run on the hosts.", "[{ on: server, run: tcp-echo-server, port: 5000 }]", isRequired: true);

    internal static readonly Section Timeline = new("timeline", "What happens to the network, and when.", "[{ at: 10s, cut: client-server, for: 5s }]");

    internal static readonly Section Storm = new(
        "storm", "Faults at random, drawn from the seed.", "{ until: 60s, crashes: { every: 20s, shortest: 1s, longest: 5s } }");

    internal static readonly Section Expect = new("expect", "What must hold at the end, such as client.round-trip.p99 < 400ms.", "[client.errors == 0]");

    internal static readonly IReadOnlyList<Key> All = [Name, Seed, Duration, TimeSeries, ConvergenceDelay, Devices, Topology, Links, Applications, Timeline, Storm, Expect];

    /// <summary>The same, for a scenario whose devices may all come from its topology.</summary>
    internal static readonly IReadOnlyList<Key> AllWithTopology = [.. All.Select(key => key == Devices ? new Section(key.Name, key.Summary, Devices.Example) : key)];
}
