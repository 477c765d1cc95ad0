using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks that the name servers of devices are hosts, one each, that can be reached.</summary>
internal sealed class NameServersChecker(DeviceIndex devices, LinkIndex links, Problems problems)
{
    private readonly DestinationChecker _destinations = new(devices, links, problems);

    internal void Check(MappingElement root)
    {
        foreach (DeviceSpec spec in devices.Specs.Where(spec => !devices.IsBroken(spec)))
        {
            for (int i = 0; i < spec.NameServers.Count; i++)
                CheckOne(root, spec, i);
        }
    }

    private void CheckOne(MappingElement root, DeviceSpec spec, int index)
    {
        string path = ElementPath.Key(ElementPath.Key(ScenarioKeys.Devices.Name, spec.Name), HostKeys.NameServers.Name);
        Element list = ((MappingElement)((MappingElement)root.Find(ScenarioKeys.Devices.Name)!.Value).Find(spec.Name)!.Value).Find(HostKeys.NameServers.Name)!.Value;
        Place place = list.Place;
        if (list is SequenceElement sequence)
        {
            path = ElementPath.Item(path, index);
            place = sequence.Items[index].Place;
        }

        var server = new Destination(spec.NameServers[index], null);
        if (server.IsLocalhost)
            return;
        if (devices.Find(server.Device) is { Spec.Kind.RunsApplications: false } other)
            problems.Add(place, path, $"{Quoted.Text(server.Device)} is a {other.Spec.Kind}; name servers run on hosts");
        else
            _destinations.CheckOne(server, place, path, new DeviceReference(spec, spec.IsGroup ? null : spec.Name));
    }
}
