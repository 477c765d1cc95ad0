using Wavetank.Engine;

namespace Wavetank.Scenarios.Kinds.Topologies;

/// <summary>What a row of the table of topologies gets to make a plan.</summary>
/// <param name="Values">What the scenario sets.</param>
/// <param name="Random">Gives dice that follow from the scenario's seed.</param>
/// <param name="Folder">The folder that files named in the scenario are relative to.</param>
internal sealed record TopologyArguments(OptionValues Values, Func<RandomStream> Random, string Folder);
