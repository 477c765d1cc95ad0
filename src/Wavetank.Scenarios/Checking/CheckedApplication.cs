using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Checking;

/// <summary>An application together with what its device's name means.</summary>
/// <param name="Index">Its place in the model's list.</param>
/// <param name="Spec">The application.</param>
/// <param name="On">The host, or the group of hosts.</param>
internal sealed record CheckedApplication(int Index, ApplicationSpec Spec, DeviceReference On)
{
    /// <summary>Whether it runs on the device, on one of the group, or on the group that the device belongs to.</summary>
    internal bool RunsOn(DeviceReference device) => ReferenceEquals(On.Spec, device.Spec)
        ? On.IsGroup || device.IsGroup || On.Member == device.Member
        : On.Members.Intersect(device.Members).Any();
}
