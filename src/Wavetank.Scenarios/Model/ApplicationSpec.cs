using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>An application on a host, or one on each host of a group.</summary>
/// <param name="Name">The name in results and expectations; the kind's name by default. Unique on its device.</param>
/// <param name="On">The device as written: a host, or a group of hosts.</param>
/// <param name="Hosts">The hosts themselves.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">How long after the start of the run it begins; 0 by default.</param>
/// <param name="Options">What the scenario sets for this kind.</param>
public sealed record ApplicationSpec(
    string Name,
    string On,
    IReadOnlyList<string> Hosts,
    ApplicationKind Kind,
    Duration Start,
    OptionValues Options);
