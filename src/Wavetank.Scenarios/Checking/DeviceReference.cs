using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Checking;

/// <summary>What a device's name means: one device, or a whole group.</summary>
/// <param name="Spec">The device or group.</param>
/// <param name="Member">The one device that is meant; null for a whole group.</param>
internal sealed record DeviceReference(DeviceSpec Spec, string? Member)
{
    internal bool IsGroup => Member is null;

    internal IReadOnlyList<string> Members { get; } = Member is null ? Spec.Members : [Member];
}
