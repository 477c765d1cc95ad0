using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Links;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Building;

/// <summary>A scenario turned into a network with its programs, ready to run.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Network">The network.</param>
/// <param name="Links">The links, in the order of the file; for each of the scenario's, its members.</param>
/// <param name="Storm">What the scenario's storm was drawn to be; empty where it has none.</param>
/// <param name="Applications">The applications, in the order of the file; for each of the scenario's, one on each host.</param>
internal sealed record BuiltScenario(
    Scenario Scenario,
    Network Network,
    IReadOnlyList<IReadOnlyList<Link>> Links,
    IReadOnlyList<PlannedFault> Storm,
    IReadOnlyList<IReadOnlyList<RunningApplication>> Applications);
