using System.Globalization;
using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Checking;

/// <summary>Adds the devices of a plan to those of the scenario: like ones as a group, as a count makes it, others each alone.</summary>
internal sealed class TopologyDevices(DeviceIndex devices, NameRegistry names, Problems problems)
{
    internal void Add(TopologyPlan plan, TopologyPlace topology, OptionValues ofHosts, OptionValues ofRouters)
    {
        HashSet<string> taken = [.. plan.Devices.Select(device => device.Name)];
        ILookup<string?, PlannedDevice> groups = plan.Devices.ToLookup(device => device.Group is { } group && !taken.Contains(group) ? group : null);
        HashSet<string> alike = [.. groups.Where(group => group.Key is not null && AreAlike(group)).Select(group => group.Key!)];
        HashSet<string> done = [];
        foreach (PlannedDevice device in plan.Devices)
        {
            string? group = device.Group is { } name && alike.Contains(name) ? name : null;
            if (group is null)
                AddSpec(topology, [device], null);
            else if (done.Add(group))
                AddSpec(topology, [.. groups[group]], group);
        }

        foreach (IGrouping<string?, PlannedDevice> group in groups.Where(group => group.Key is not null && !alike.Contains(group.Key)))
            AddGroup(topology, group.Key!, [.. group]);
        AddAll("host", PlannedDeviceKind.Host);
        AddAll("router", PlannedDeviceKind.Router);

        // All of a kind have a name too, unless the plan has another use for it.
        void AddAll(string name, PlannedDeviceKind kind)
        {
            PlannedDevice[] all = [.. plan.Devices.Where(device => device.Kind == kind)];
            if (all.Length > 0 && !taken.Contains(name) && !groups.Contains(name))
                AddGroup(topology, name, all);
        }

        void AddSpec(TopologyPlace place, PlannedDevice[] members, string? group)
        {
            var values = new OptionValues();
            if (members[0].Place is { } where)
                values.Add(DeviceKeys.Place, new Position(where, string.Create(CultureInfo.InvariantCulture, $"{where.Latitude}, {where.Longitude}")));
            foreach ((Option option, object value) in (members[0].Kind == PlannedDeviceKind.Host ? ofHosts : members[0].Kind == PlannedDeviceKind.Router ? ofRouters : new OptionValues()).Values)
                values.Add(option, value);
            var spec = Spec(place, group ?? members[0].Name, members, group is null ? null : members.Length, values);
            if (Claim(place, spec.Name, spec.Members))
                devices.Add(spec);
        }
    }

    /// <summary>A name for devices that are there already; of a group that mixes kinds it means the hosts.</summary>
    private void AddGroup(TopologyPlace topology, string name, PlannedDevice[] members)
    {
        PlannedDevice[] hosts = [.. members.Where(device => device.Kind == PlannedDeviceKind.Host)];
        PlannedDevice[] meant = hosts.Length > 0 ? hosts : members;
        DeviceSpec spec = Spec(topology, name, meant, meant.Length, new OptionValues());
        if (Claim(topology, spec.Name, []))
            devices.AddGroup(spec);
    }

    private bool Claim(TopologyPlace topology, string name, IReadOnlyList<string> members)
    {
        int before = problems.Count;
        foreach (string claimed in members.Prepend(name))
        {
            if (!NameText.TryParse(claimed, out _, out string? problem))
            {
                problems.Add(topology.Place, topology.Path, $"makes a name that is none: {problem}");
                return false;
            }
        }

        names.Claim(name, members, topology.Path, topology.Place, TopologyPlace.Advice);
        return problems.Count == before;
    }

    private static DeviceSpec Spec(TopologyPlace topology, string name, PlannedDevice[] members, int? count, OptionValues values) => new(
        topology.Prefix + name,
        DeviceKinds.Table.Find(members[0].Kind.ToString().ToLowerInvariant())!,
        count,
        [.. members.Select(device => topology.Prefix + device.Name)],
        values);

    private static bool AreAlike(IEnumerable<PlannedDevice> group) => group.Select(device => (device.Kind, device.Place)).Distinct().Count() == 1;
}
