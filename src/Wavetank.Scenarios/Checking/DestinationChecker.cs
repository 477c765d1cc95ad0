using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks that whoever an application talks to is there, is one device, and can be reached.</summary>
internal sealed class DestinationChecker(DeviceIndex devices, LinkIndex links, Problems problems)
{
    private readonly Lazy<Reachability> _reachability = new(() => new Reachability(devices, links));

    /// <param name="mapping">The application.</param>
    /// <param name="path">Its path.</param>
    /// <param name="values">Its options.</param>
    /// <param name="on">Where it runs; null when that is not known.</param>
    internal void Check(MappingElement mapping, string path, OptionValues values, DeviceReference? on)
    {
        foreach ((Option option, object value) in values.Values)
        {
            if (value is ListValue list && list.Items.All(item => item is Destination))
                CheckMembers(mapping.Find(option.Name)!.Value, ElementPath.Key(path, option.Name), list, on);
            else if (value is Destination { IsLocalhost: false } destination)
                CheckOne(destination, mapping.Find(option.Name)!.Value.Place, ElementPath.Key(path, option.Name), on);
        }
    }

    /// <summary>Checks the members of a group of programs: hosts, or groups of hosts, each of which talks to all others.</summary>
    private void CheckMembers(Element element, string path, ListValue list, DeviceReference? on)
    {
        // Where an item is no name, which has been reported, the places of the others are not known.
        if (element is SequenceElement { Items.Count: var count } && count != list.Items.Count)
            return;

        for (int i = 0; i < list.Items.Count; i++)
        {
            var member = (Destination)list.Items[i];
            (Place place, string itemPath) = element is SequenceElement sequence ? (sequence.Items[i].Place, ElementPath.Item(path, i)) : (element.Place, path);
            if (member.IsLocalhost)
                problems.Add(place, itemPath, "\"localhost\" is every host's own name for itself; name the hosts that take part");
            else if (devices.Resolve(member.Device, place, itemPath) is not { } target)
                continue;
            else if (!target.Spec.Kind.RunsApplications)
                problems.Add(place, itemPath, $"{Quoted.Text(member.Device)} is a {target.Spec.Kind}; hosts take part");
            else
                CheckPath(member, place, itemPath, on, target.Members[0]);
        }
    }

    /// <summary>Checks one destination.</summary>
    internal void CheckOne(Destination destination, Place place, string path, DeviceReference? on)
    {
        if (devices.Resolve(destination.Device, place, path) is not { } target)
            return;

        if (target.IsGroup)
        {
            var example = destination with { Device = target.Members[0] };
            problems.Add(place, path,
                $"{Quoted.Text(destination.Device)} is a group of {target.Members.Count}; name one of its members, such as {example}");
            return;
        }

        if (!target.Spec.Kind.HasAddress)
        {
            problems.Add(place, path, $"{Quoted.Text(destination.Device)} is a {target.Spec.Kind}, which has no address; name a host or a router");
            return;
        }

        CheckPath(destination, place, path, on, target.Member!);
    }

    private void CheckPath(Destination destination, Place place, string path, DeviceReference? on, string to)
    {
        // With a device or a link in doubt, a missing path is only the consequence of a problem already reported.
        if (on is null || !devices.IsComplete || !links.IsComplete)
            return;

        string? cutOff = on.Members.FirstOrDefault(m => !_reachability.Value.CanReach(m, to));
        if (cutOff is not null)
        {
            problems.Add(place, path,
                $"{Quoted.Text(destination.Device)} cannot be reached from {Quoted.Text(cutOff)}: no links lead there, directly or over routers or switches");
        }
    }
}
