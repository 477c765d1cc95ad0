namespace Wavetank.Devices.Topologies;

/// <summary>
/// A topology before it is part of a network: devices by name, and the links between them. <see cref="Generators.AddTopology"/> adds it.
/// </summary>
public sealed partial class TopologyPlan
{
    /// <summary>The most devices.</summary>
    public const int MaximumSize = Generators.MaximumDevices;

    /// <summary>The most links.</summary>
    public const int MaximumLinks = 1_000_000;

    private readonly List<PlannedDevice> _devices = [];
    private readonly List<PlannedLink> _links = [];
    private readonly Dictionary<string, PlannedDevice> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _linkNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The devices, in the order in which they were added.</summary>
    public IReadOnlyList<PlannedDevice> Devices => _devices;

    /// <summary>The links, in the order in which they were added; each has its name.</summary>
    public IReadOnlyList<PlannedLink> Links => _links;

    /// <summary>Adds a device.</summary>
    /// <param name="device">The device.</param>
    /// <exception cref="ArgumentException">The name is not a host name, or taken, or there are too many devices.</exception>
    public void Add(PlannedDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        DeviceName.ThrowIfNone(device.Name);
        if (_devices.Count == MaximumSize)
        {
            throw new ArgumentException($"A topology has at most {MaximumSize} devices.", nameof(device));
        }

        if (!_byName.TryAdd(device.Name, device))
        {
            throw new ArgumentException($"There is a device '{device.Name}' already.", nameof(device));
        }

        _devices.Add(device);
    }

    /// <summary>Adds a link between two devices that are there already.</summary>
    /// <param name="link">The link.</param>
    /// <exception cref="ArgumentException">An end is not there, both are the same, the name is taken, or there are too many links.</exception>
    public void Add(PlannedLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (link.First == link.Second)
        {
            throw new ArgumentException($"'{link.First}' cannot be joined to itself.", nameof(link));
        }

        foreach (string end in (ReadOnlySpan<string>)[link.First, link.Second])
        {
            if (!_byName.ContainsKey(end))
            {
                throw new ArgumentException($"There is no device '{end}'.", nameof(link));
            }
        }

        if (_links.Count == MaximumLinks)
        {
            throw new ArgumentException($"A topology has at most {MaximumLinks} links.", nameof(link));
        }

        string name = link.Name ?? FreeName($"{link.First}-{link.Second}");
        if (!_linkNames.Add(name))
        {
            throw new ArgumentException($"There is a link '{name}' already.", nameof(link));
        }

        _links.Add(link.Name is null ? link with { Name = name } : link);
    }

    /// <summary>The device of a name; null if there is none.</summary>
    /// <param name="name">The name.</param>
    public PlannedDevice? Find(string name) => _byName.GetValueOrDefault(name);

    private string FreeName(string wanted)
    {
        string name = wanted;
        for (int i = 2; _linkNames.Contains(name); i++)
        {
            name = $"{wanted}-{i}";
        }

        return name;
    }
}
