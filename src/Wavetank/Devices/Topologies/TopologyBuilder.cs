using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

/// <summary>Adds devices and links of one topology to a network, and keeps a list of them.</summary>
internal sealed class TopologyBuilder(Network network, LinkOptions? options)
{
    private readonly List<Host> _hosts = [];
    private readonly List<Router> _routers = [];
    private readonly List<Link> _links = [];

    public IReadOnlyList<Host> Hosts => _hosts;

    public IReadOnlyList<Router> Routers => _routers;

    public Host AddHost() => AddHost($"host-{_hosts.Count + 1}");

    public Host AddHost(string name)
    {
        Host host = network.AddHost(name);
        _hosts.Add(host);
        return host;
    }

    public Router AddRouter() => AddRouter($"router-{_routers.Count + 1}");

    public Router AddRouter(string name)
    {
        Router router = network.AddRouter(name);
        _routers.Add(router);
        return router;
    }

    public Router[] AddRouters(string prefix, int count) => [.. Enumerable.Range(1, count).Select(i => AddRouter($"{prefix}-{i}"))];

    public void Join(Device first, Device second, LinkOptions? other = null) => _links.Add(network.Connect(first, second, other ?? options));

    /// <summary>Gives each router a host of its own.</summary>
    public void AddHostToEach(IReadOnlyList<Router> routers)
    {
        foreach (Router router in routers)
        {
            Join(AddHost(), router);
        }
    }

    public Topology Build() => new(_hosts, _routers, _links);
}
