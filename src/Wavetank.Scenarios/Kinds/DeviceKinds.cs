using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of devices.</summary>
internal static class DeviceKinds
{
    internal static readonly KindTable<DeviceKind> Table = new(
        "kind of device",
        new DeviceKind("host", "A computer with a TCP/IP stack; applications run on it.", runsApplications: true, forwards: false,
            (network, name, _) => network.AddHost(name))
        {
            Options = Keys.HostKeys.All,
        },
        new DeviceKind("router", "Passes packets on between its links, by the shortest path.", runsApplications: false, forwards: true,
            (network, name, values) =>
            {
                Router router = network.AddRouter(name);
                Keys.RouterKeys.Apply(values, router);
                return router;
            })
        {
            Options = Keys.RouterKeys.All,
        },
        new DeviceKind("nat", "A router that lets the hosts behind it appear under its one outside address.", runsApplications: false, forwards: true,
            (network, name, values) => network.AddNat(name, Keys.NatKeys.ToOptions(values)))
        {
            Options = Keys.NatKeys.All,
        },
        new DeviceKind("firewall", "A router that lets pass what its rules allow, and what belongs to it.", runsApplications: false, forwards: true,
            (network, name, values) => network.AddFirewall(name, Keys.FirewallKeys.ToOptions(values)))
        {
            Options = Keys.FirewallKeys.All,
        },
        new DeviceKind("switch", "Joins its links to one segment: hosts find each other there by ARP and neighbour discovery.", runsApplications: false,
            forwards: true, (network, name, _) => network.AddSwitch(name))
        {
            HasAddress = false,
        });
}
