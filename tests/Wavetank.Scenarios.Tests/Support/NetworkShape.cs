using Wavetank.Devices;

namespace Wavetank.Scenarios.Tests.Support;

/// <summary>A network as a graph: degrees and distances.</summary>
internal sealed class NetworkShape
{
    private readonly Network _network;
    private readonly Dictionary<string, List<string>> _neighbours;

    internal NetworkShape(Network network)
    {
        _network = network;
        _neighbours = network.Devices.ToDictionary(device => device.Name, _ => new List<string>());
        foreach (Links.Link link in network.Links)
        {
            (string first, string second) = (DeviceOf(link.FirstInterface), DeviceOf(link.SecondInterface));
            _neighbours[first].Add(second);
            _neighbours[second].Add(first);
        }
    }

    /// <summary>How many links each router has, in order of size: <c>2 3 3</c>.</summary>
    internal string RouterDegrees => string.Join(' ', _network.Devices.OfType<Router>().Select(router => _neighbours[router.Name].Count).Order());

    /// <summary>The most links between two devices; -1 where two have no way to each other.</summary>
    internal int Diameter => _neighbours.Keys.Select(FarthestFrom).Aggregate(0, (most, next) => most < 0 || next < 0 ? -1 : Math.Max(most, next));

    private int FarthestFrom(string start)
    {
        Dictionary<string, int> distances = new() { [start] = 0 };
        var front = new Queue<string>([start]);
        while (front.TryDequeue(out string? at))
        {
            foreach (string next in _neighbours[at].Where(next => distances.TryAdd(next, distances[at] + 1)))
                front.Enqueue(next);
        }

        return distances.Count == _neighbours.Count ? distances.Values.Max() : -1;
    }

    private static string DeviceOf(string interfaceName) => interfaceName[..interfaceName.LastIndexOf('.')];
}
