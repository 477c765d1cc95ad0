using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Checking;

/// <summary>Which devices can talk to each other: over a link, or over devices that forward.</summary>
/// <remarks>
/// Devices that forward and are joined form one area; two devices can talk when they touch a common area or are neighbours.
/// A host forwards nothing, so a path over a host is none.
/// </remarks>
internal sealed class Reachability
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _neighbours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _areas = new(StringComparer.Ordinal);

    internal Reachability(DeviceIndex devices, LinkIndex links)
    {
        foreach (DeviceSpec spec in devices.Specs)
        {
            foreach (string device in spec.Members)
            {
                _neighbours[device] = new HashSet<string>(StringComparer.Ordinal);
                if (spec.Kind.Forwards)
                    _parents[device] = device;
            }
        }

        foreach (LinkMember link in links.Specs.SelectMany(s => s.Members))
        {
            _neighbours[link.First].Add(link.Second);
            _neighbours[link.Second].Add(link.First);
            if (_parents.ContainsKey(link.First) && _parents.ContainsKey(link.Second))
                _parents[Root(link.First)] = Root(link.Second);
        }
    }

    internal bool CanReach(string from, string to) =>
        from == to || _neighbours[from].Contains(to) || AreasOf(from).Overlaps(AreasOf(to));

    private HashSet<string> AreasOf(string device)
    {
        if (_areas.TryGetValue(device, out HashSet<string>? areas))
            return areas;

        areas = new HashSet<string>(StringComparer.Ordinal);
        if (_parents.ContainsKey(device))
            areas.Add(Root(device));
        else
        {
            foreach (string neighbour in _neighbours[device])
            {
                if (_parents.ContainsKey(neighbour))
                    areas.Add(Root(neighbour));
            }
        }

        _areas.Add(device, areas);
        return areas;
    }

    private string Root(string device)
    {
        while (_parents[device] != device)
        {
            // Halving the path as it is walked keeps later walks short.
            _parents[device] = _parents[_parents[device]];
            device = _parents[device];
        }

        return device;
    }
}
