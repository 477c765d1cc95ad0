using System.Net;
using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Links;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Building;

/// <summary>Turns a scenario into a network: devices, links, applications and the timeline, each in the order of the file.</summary>
internal static class ScenarioBuilder
{
    internal static BuiltScenario Build(Scenario scenario)
    {
        var network = new Network(scenario.Seed);
        if (scenario.TimeSeries is { } interval)
            network.SampleTcp(interval.ToTimeSpan());
        foreach (DeviceSpec spec in scenario.Devices)
        {
            foreach (string name in spec.Members)
            {
                if (spec.Kind.AddTo(network, name) is Host host)
                    TcpKeys.Apply(spec.Options, host.Tcp);
            }
        }

        IReadOnlyList<IReadOnlyList<Link>> links = [.. scenario.Links.Select(spec => Connect(network, spec))];
        SetNameServers(network, scenario);
        TimelineFaults.Begin(scenario, network);
        IReadOnlyList<PlannedFault> storm = scenario.Storm is { } options ? network.Faults.BeginStorm(options) : [];
        IReadOnlyList<IReadOnlyList<RunningApplication>> applications = [.. scenario.Applications.Select(spec => Start(network, spec))];
        return new BuiltScenario(scenario, network, links, storm, applications);
    }

    /// <summary>Once there are links, since addresses come with them.</summary>
    private static void SetNameServers(Network network, Scenario scenario)
    {
        foreach (DeviceSpec spec in scenario.Devices.Where(spec => spec.NameServers.Count > 0))
        {
            foreach (Host host in spec.Members.Select(name => (Host)network.FindDevice(name)))
            {
                host.NameServers = [.. spec.NameServers.Select(server => server == Destination.Localhost ? IPAddress.Loopback : ((Host)network.FindDevice(server)).Address)];
            }
        }
    }

    private static IReadOnlyList<Link> Connect(Network network, LinkSpec spec)
    {
        LinkOptions forward = spec.Forward.ToOptions(spec.Mtu);
        LinkOptions backward = spec.Backward.ToOptions(spec.Mtu);
        return [.. spec.Members.Select(member => network.Connect(
            network.FindDevice(member.First), network.FindDevice(member.Second), forward, backward, member.Name))];
    }

    private static IReadOnlyList<RunningApplication> Start(Network network, ApplicationSpec spec) =>
        [.. spec.Hosts.Select(name => RunningApplication.Start(spec, (Host)network.FindDevice(name)))];
}
