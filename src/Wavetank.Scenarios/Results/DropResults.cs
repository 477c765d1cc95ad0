using Wavetank.Packets;
using Wavetank.Scenarios.Building;

namespace Wavetank.Scenarios.Results;

/// <summary>Takes the drops at devices. What links drop stands with the links.</summary>
internal static class DropResults
{
    private const string HostPrefix = "host/";

    internal static IReadOnlyList<DeviceDrops> Collect(BuiltScenario built)
    {
        PacketEvents events = built.Network.Events;
        Dictionary<string, string> groups = built.Scenario.GroupOfEachDevice();
        var devices = new List<DeviceDrops>();
        for (int i = 0; i < events.Points.Count; i++)
        {
            int point = i;
            string path = events.Points[point].Path;
            if (!path.StartsWith(HostPrefix, StringComparison.Ordinal))
                continue;

            IReadOnlyList<DropCount> drops = DropCount.List(reason => events.Drops(point, reason));
            if (drops.Count > 0)
            {
                string device = path[HostPrefix.Length..];
                devices.Add(new DeviceDrops(device, groups.GetValueOrDefault(device, device), drops));
            }
        }

        return devices;
    }
}
