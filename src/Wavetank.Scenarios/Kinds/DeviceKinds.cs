namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of devices.</summary>
internal static class DeviceKinds
{
    internal static readonly KindTable<DeviceKind> Table = new(
        "kind of device",
        new DeviceKind("host", "A computer with a TCP/IP stack; applications run on it.", runsApplications: true, forwards: false,
            (network, name) => network.AddHost(name))
        {
            Options = Keys.HostKeys.All,
        },
        new DeviceKind("router", "Passes packets on between its links, by the shortest path.", runsApplications: false, forwards: true,
            (network, name) => network.AddRouter(name)),
        new DeviceKind("switch", "Joins its links to one segment: hosts find each other there by ARP and neighbour discovery.", runsApplications: false,
            forwards: true, (network, name) => network.AddSwitch(name)) { HasAddress = false });
}
