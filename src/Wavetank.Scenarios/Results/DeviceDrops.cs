using Wavetank.Packets;

namespace Wavetank.Scenarios.Results;

/// <summary>Packets that a device itself dropped.</summary>
/// <param name="Device">The device.</param>
/// <param name="Group">The group that it belongs to, or the device itself.</param>
/// <param name="Drops">How many, by reason; at least one.</param>
public sealed record DeviceDrops(string Device, string Group, IReadOnlyList<DropCount> Drops)
{
    /// <summary>Packets dropped for one reason.</summary>
    public long Packets(DropReason reason) => Drops.FirstOrDefault(drop => drop.Reason == reason)?.Packets ?? 0;
}
