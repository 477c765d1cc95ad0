using System.Globalization;
using System.Net;
using Wavetank.Devices;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks the devices that routes, forwarded ports and rules of firewalls name, and the interface that leads outside.</summary>
internal sealed class DeviceNamesChecker(DeviceIndex devices, LinkIndex links, Problems problems)
{
    internal void Check(MappingElement root)
    {
        foreach (DeviceSpec spec in devices.Specs.Where(spec => !devices.IsBroken(spec)))
        {
            CheckList(root, spec, RouterKeys.Routes, route => DescribeRoute(spec, route));
            CheckList(root, spec, NatKeys.Forwards, forward => DescribeHost(forward.To.Device));
            CheckList(root, spec, FirewallKeys.Rules, DescribeRule);
            if (links.IsComplete && spec.Options.TryGet(FlowKeys.Outside, out string? outside) && spec.Members.Any(member => LinksOf(member) <= int.Parse(outside![3..], CultureInfo.InvariantCulture)))
            {
                (Element value, string path) = Find(root, spec, FlowKeys.Outside);
                problems.Add(value.Place, path, $"there is no {outside}: {Quoted.Text(spec.Members[0])} has {LinksOf(spec.Members[0])} links, eth0 and on");
            }
        }
    }

    private void CheckList<T>(MappingElement root, DeviceSpec spec, ListOption<T> option, Func<T, string?> describe)
        where T : notnull
    {
        IReadOnlyList<T> items = spec.Options.Get(option);
        for (int i = 0; i < items.Count; i++)
        {
            if (describe(items[i]) is not { } problem)
                continue;
            (Element value, string path) = Find(root, spec, option);
            bool isList = value is SequenceElement;
            problems.Add(isList ? ((SequenceElement)value).Items[i].Place : value.Place, isList ? ElementPath.Item(path, i) : path, problem);
        }
    }

    private static (Element Value, string Path) Find(MappingElement root, DeviceSpec spec, Key option)
    {
        var device = (MappingElement)((MappingElement)root.Find(ScenarioKeys.Devices.Name)!.Value).Find(spec.Name)!.Value;
        return (device.Find(option.Name)!.Value, ElementPath.Key(ElementPath.Key(ScenarioKeys.Devices.Name, spec.Name), option.Name));
    }

    private string? DescribeRoute(DeviceSpec spec, RouteText route)
    {
        if (route.To != "default" && NameText.IsName(route.To) && DescribeHost(route.To) is { } unknown)
            return unknown;
        if (DescribeHost(route.Via) is { } wrong)
            return wrong;
        return !links.IsComplete || spec.Members.All(member => AreNeighbours(member, route.Via))
            ? null
            : $"{Quoted.Text(route.Via)} is no neighbour of {Quoted.Text(spec.Members[0])}; a route leads to a device at the other end of a link, or behind the same switch";
    }

    private string? DescribeRule(FirewallRule rule) => rule.From.Concat(rule.To)
        .Where(peer => !IPNetwork.TryParse(peer, out _) && !IPAddress.TryParse(peer, out _))
        .Select(name => devices.Find(name) is { IsGroup: true, Spec.Kind.HasAddress: true } ? null : DescribeHost(name))
        .FirstOrDefault(problem => problem is not null);

    private string? DescribeHost(string name)
    {
        if (devices.Find(name) is not { } found)
            return devices.IsInDoubt(name) ? null : $"{Quoted.Text(name)} is not a known device{KnownNames.Tail(name, devices.KnownNames)}";
        if (found.IsGroup)
            return $"{Quoted.Text(name)} is a group; name one of it, such as {found.Members[0]}";
        return found.Spec.Kind.HasAddress ? null : $"{Quoted.Text(name)} is a {found.Spec.Kind}, which has no address";
    }

    private int LinksOf(string device) => links.Specs.SelectMany(spec => spec.Members).Count(link => link.First == device || link.Second == device);

    private bool AreNeighbours(string one, string other)
    {
        // Through switches too, which have no addresses.
        HashSet<string> seen = [one];
        var front = new Queue<string>(seen);
        while (front.TryDequeue(out string? at))
        {
            foreach (LinkMember link in links.Specs.SelectMany(spec => spec.Members).Where(link => link.First == at || link.Second == at))
            {
                string next = link.First == at ? link.Second : link.First;
                if (next == other)
                    return true;
                if (devices.Find(next) is { Spec.Kind.HasAddress: false } && seen.Add(next))
                    front.Enqueue(next);
            }
        }

        return false;
    }
}
