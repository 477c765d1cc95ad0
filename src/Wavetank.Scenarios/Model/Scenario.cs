using Wavetank.Devices.Faults.Storms;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>A scenario that has been checked: every name in it is known, every value is in its range.</summary>
/// <param name="Name">The title; the file's name when the scenario gives none.</param>
/// <param name="Seed">Where every random choice comes from; 1 by default.</param>
/// <param name="Duration">Simulated time after which the run ends; null when it ends by itself.</param>
/// <param name="Devices">The devices, in the order of the file.</param>
/// <param name="Links">The links, in the order of the file.</param>
/// <param name="Applications">The applications, in the order of the file.</param>
/// <param name="Timeline">What happens to the network, in the order of the file, not of time.</param>
/// <param name="Expectations">What must hold at the end.</param>
/// <param name="TimeSeries">How often TCP connections are sampled; null for not at all.</param>
public sealed record Scenario(
    string Name,
    ulong Seed,
    Duration? Duration,
    IReadOnlyList<DeviceSpec> Devices,
    IReadOnlyList<LinkSpec> Links,
    IReadOnlyList<ApplicationSpec> Applications,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<Expectation> Expectations,
    Duration? TimeSeries = null)
{
    /// <summary>Names that mean several of the devices, such as all hosts of a topology; the devices themselves are among <see cref="Devices"/>.</summary>
    public IReadOnlyList<DeviceSpec> Groups { get; init; } = [];

    /// <summary>What goes wrong at random; null for nothing.</summary>
    public StormOptions? Storm { get; init; }

    /// <summary>How long after a link was cut or restored the routers have their new routes; 200 ms by default.</summary>
    public Duration ConvergenceDelay { get; init; } = new(200_000_000);

    /// <summary>For each device the name of its group; a single device's own.</summary>
    internal Dictionary<string, string> GroupOfEachDevice() =>
        Devices.SelectMany(spec => spec.Members.Select(member => (member, spec.Name))).ToDictionary();
}
