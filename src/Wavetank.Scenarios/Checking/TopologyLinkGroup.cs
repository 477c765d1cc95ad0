using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios.Checking;

/// <summary>What a topology says of one group of its links.</summary>
/// <param name="Mapping">The mapping; empty where the scenario is silent.</param>
/// <param name="Path">Its path.</param>
/// <param name="Row">What it says.</param>
internal sealed record TopologyLinkGroup(MappingElement Mapping, string Path, LinkRow Row);
