using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios.Checking;

/// <summary>A topology of the scenario: where it stands, and what its names begin with.</summary>
/// <param name="Prefix">With its hyphen; empty for none.</param>
/// <param name="Path">Its path.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TopologyPlace(string Prefix, string Path, Place Place)
{
    internal const string Advice = "give the topology a prefix of its own, such as prefix: dc";
}
