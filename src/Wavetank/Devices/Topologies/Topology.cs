using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

/// <summary>What a generator, or a plan, added to a network.</summary>
/// <param name="Hosts">The hosts, <c>host-1</c> first.</param>
/// <param name="Routers">The routers, in the order in which they were added.</param>
/// <param name="Links">The links, in the order in which they were made.</param>
public sealed record Topology(IReadOnlyList<Host> Hosts, IReadOnlyList<Router> Routers, IReadOnlyList<Link> Links)
{
    /// <summary>All devices, switches, translators and firewalls among them, in the order in which they were added.</summary>
    public IReadOnlyList<Device> Devices { get; init; } = [];
}
