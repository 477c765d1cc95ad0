using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Results;

/// <summary>An application of the scenario, on one host or on each host of a group.</summary>
/// <param name="On">The host or the group, as the scenario names it.</param>
/// <param name="Name">The application's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Total">What it measured on all hosts together.</param>
/// <param name="Hosts">What it measured on each host.</param>
public sealed record ApplicationResult(
    string On, string Name, ApplicationKind Kind, ApplicationFigures Total, IReadOnlyList<HostApplicationResult> Hosts);
