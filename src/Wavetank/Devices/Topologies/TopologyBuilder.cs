using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

/// <summary>Adds devices and links of a plan to a network, and keeps a list of them.</summary>
internal sealed class TopologyBuilder(Network network, TopologyPlan plan)
{
    private readonly List<Host> _hosts = [];
    private readonly List<Router> _routers = [];
    private readonly List<Device> _devices = [];
    private readonly List<Link> _links = [];

    public void Add(PlannedDevice device)
    {
        switch (device.Kind)
        {
            case PlannedDeviceKind.Host:
                _hosts.Add(network.AddHost(device.Name));
                _devices.Add(_hosts[^1]);
                break;
            case PlannedDeviceKind.Router:
                _routers.Add(network.AddRouter(device.Name));
                _devices.Add(_routers[^1]);
                break;
            case PlannedDeviceKind.Switch:
                _devices.Add(network.AddSwitch(device.Name));
                break;
            case PlannedDeviceKind.Nat:
                _devices.Add(network.AddNat(device.Name));
                break;
            default:
                _devices.Add(network.AddFirewall(device.Name));
                break;
        }
    }

    public void Add(PlannedLink link, LinkOptions options)
    {
        LinkOptions common = DistanceOf(link) is { } distance && options.Delay == TimeSpan.Zero && options.DelayModel is null ? options with { Delay = distance } : options;
        Link added = network.Connect(
            network.FindDevice(link.First), network.FindDevice(link.Second), link.Forward.Over(common), link.Backward.Over(common), link.Name);
        if (link.Forward.Cost is not null || link.Backward.Cost is not null)
        {
            network.SetCost(added, link.Forward.Cost ?? 1, link.Backward.Cost ?? 1);
        }

        _links.Add(added);
    }

    public Topology Build() => new(_hosts, _routers, _links) { Devices = _devices };

    private TimeSpan? DistanceOf(PlannedLink link) =>
        plan.Find(link.First)!.Place is { } from && plan.Find(link.Second)!.Place is { } to && from != to ? from.PropagationDelayTo(to) : null;
}
