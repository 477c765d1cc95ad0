using Wavetank.Links.Places;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;

namespace Wavetank.Scenarios.Model;

/// <summary>A device, or a group of like devices.</summary>
/// <param name="Name">The name as written; for a group it means all members.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many members the group has; null for a single device. A group of 1 still has a member <c>name-1</c>.</param>
/// <param name="Members">The devices themselves: the name alone, or <c>client-1</c>, <c>client-2</c>, ….</param>
/// <param name="Options">What the scenario sets for this kind.</param>
public sealed record DeviceSpec(string Name, DeviceKind Kind, int? Count, IReadOnlyList<string> Members, OptionValues Options)
{
    /// <summary>The devices that it asks for names, in this order, <c>localhost</c> for itself; none where it knows all names of the network at once.</summary>
    public IReadOnlyList<string> NameServers => [.. Options.Get(HostKeys.NameServers).Select(server => server.Device)];

    /// <summary>Where it stands; null where the scenario does not say.</summary>
    public Place? Place => Options.GivenOrNull(DeviceKeys.Place)?.Place;

    /// <summary>Whether the name stands for a group.</summary>
    public bool IsGroup => Count is not null;
}
