using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.Scenarios.Building;

/// <summary>Finds by name what faults happen to; the names have been checked.</summary>
internal sealed class FaultTargets(Network network)
{
    private readonly Dictionary<string, Link> _links = network.Links.ToDictionary(link => link.Name, StringComparer.Ordinal);

    internal Link Link(string name) => _links[name];

    internal Host Host(string name) => (Host)network.FindDevice(name);

    internal IpDevice Device(string name) => (IpDevice)network.FindDevice(name);
}
