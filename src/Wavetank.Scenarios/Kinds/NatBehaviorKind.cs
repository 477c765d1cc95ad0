using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A behaviour of address translators.</summary>
public sealed class NatBehaviorKind : Kind
{
    internal NatBehaviorKind(string name, string summary, NatBehavior behavior)
        : base(name, summary) => Behavior = behavior;

    internal NatBehavior Behavior { get; }
}
