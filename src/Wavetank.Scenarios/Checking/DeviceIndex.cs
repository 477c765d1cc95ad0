using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Finds devices and groups by name.</summary>
internal sealed class DeviceIndex(Problems problems)
{
    private readonly List<DeviceSpec> _specs = [];
    private readonly Dictionary<string, DeviceReference> _byName = new(StringComparer.Ordinal);
    private readonly List<DeviceSpec> _groups = [];
    private readonly HashSet<string> _broken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _inDoubt = new(StringComparer.OrdinalIgnoreCase);
    private bool _areAllInDoubt;

    /// <summary>Whether every device of the file is here as the file says; otherwise questions about paths have no answer.</summary>
    internal bool IsComplete { get; private set; } = true;

    internal IReadOnlyList<DeviceSpec> Specs => _specs;

    /// <summary>Names that mean several devices, each of which is one of <see cref="Specs"/> too.</summary>
    internal IReadOnlyList<DeviceSpec> Groups => _groups;

    internal int Count { get; private set; }

    /// <summary>Groups and single devices first, then members: the order in which names are suggested.</summary>
    internal IEnumerable<string> KnownNames =>
        _specs.Concat(_groups).Select(s => s.Name).Concat(_specs.Where(s => s.IsGroup).SelectMany(s => s.Members));

    internal void Add(DeviceSpec spec)
    {
        _specs.Add(spec);
        Count += spec.Members.Count;
        _byName.TryAdd(spec.Name, new DeviceReference(spec, spec.IsGroup ? null : spec.Name));
        if (!spec.IsGroup)
            return;
        foreach (string member in spec.Members)
            _byName.TryAdd(member, new DeviceReference(spec, member));
    }

    /// <summary>Lets a name mean several devices that are here already.</summary>
    internal void AddGroup(DeviceSpec group)
    {
        if (_byName.TryAdd(group.Name, new DeviceReference(group, null)))
            _groups.Add(group);
    }

    /// <summary>Adds a device with a problem of its own, so that its name brings no further problems.</summary>
    /// <param name="spec">What is known of it.</param>
    /// <param name="areMembersInDoubt">Whether its name, or its number, may be other than what is known.</param>
    internal void AddBroken(DeviceSpec spec, bool areMembersInDoubt)
    {
        IsComplete = false;
        _broken.Add(spec.Name);
        if (areMembersInDoubt)
            _inDoubt.Add(spec.Name);
        Add(spec);
    }

    internal void MarkIncomplete() => IsComplete = false;

    /// <summary>Notes that devices are missing here, of any name.</summary>
    internal void MarkInDoubt()
    {
        IsComplete = false;
        _areAllInDoubt = true;
    }

    internal DeviceReference? Find(string name) => _byName.GetValueOrDefault(name);

    internal bool IsBroken(DeviceSpec spec) => _broken.Contains(spec.Name);

    internal bool AreMembersInDoubt(DeviceSpec spec) => _inDoubt.Contains(spec.Name);

    /// <summary>Whether an unknown name may be unknown only because of a device that has a problem of its own.</summary>
    internal bool IsInDoubt(string name)
    {
        int hyphen = name.LastIndexOf('-');
        return _specs.Count == 0 || _areAllInDoubt || _inDoubt.Contains(name) || (hyphen > 0 && _inDoubt.Contains(name[..hyphen]));
    }

    /// <summary>The device or group of a name; reports a name that is not known.</summary>
    internal DeviceReference? Resolve(string name, Place place, string path)
    {
        if (Find(name) is { } found)
            return found;
        if (!IsInDoubt(name))
            problems.Add(place, path, () => $"{Quoted.Text(name)} is not a known device{Words.KnownNames.Tail(name, KnownNames)}");
        return null;
    }
}
