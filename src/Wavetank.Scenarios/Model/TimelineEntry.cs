using Wavetank.Devices.Faults;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>Something that happens to the network at a moment of the run.</summary>
/// <param name="At">When, from the start of the run.</param>
/// <param name="For">How long it lasts; null for to the end of the run.</param>
/// <param name="Action">What happens.</param>
/// <param name="Targets">The names of the links or hosts themselves that it happens to.</param>
/// <param name="Options">What the scenario sets beside.</param>
public sealed record TimelineEntry(Duration At, Duration? For, ActionKind Action, IReadOnlyList<string> Targets, OptionValues Options)
{
    /// <summary>Makes the faults that it is, one for each target or one for all.</summary>
    internal Func<FaultTargets, IEnumerable<Fault>> Create { get; init; } = static _ => [];
}
