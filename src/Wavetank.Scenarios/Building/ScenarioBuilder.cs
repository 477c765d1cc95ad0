using System.Net;
using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Links;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Building;

/// <summary>Turns a scenario into a network: devices, links, applications and the timeline, each in the order of the file.</summary>
internal static class ScenarioBuilder
{
    internal static BuiltScenario Build(Scenario scenario)
    {
        var network = new Network(scenario.Seed) { ConvergenceDelay = scenario.ConvergenceDelay.ToTimeSpan() };
        if (scenario.TimeSeries is { } interval)
            network.SampleTcp(interval.ToTimeSpan());
        foreach (DeviceSpec spec in scenario.Devices)
        {
            foreach (string name in spec.Members)
            {
                if (spec.Kind.AddTo(network, name, OptionsOf(scenario, spec)) is Host host)
                    TcpKeys.Apply(spec.Options, host.Tcp);
            }
        }

        IReadOnlyList<IReadOnlyList<Link>> links = [.. scenario.Links.Select(spec => Connect(network, spec))];
        SetRoutes(network, scenario);
        SetNameServers(network, scenario);
        TimelineFaults.Begin(scenario, network);
        IReadOnlyList<PlannedFault> storm = scenario.Storm is { } options ? network.Faults.BeginStorm(options) : [];
        IReadOnlyList<IReadOnlyList<RunningApplication>> applications = [.. scenario.Applications.Select(spec => Start(network, scenario, spec))];
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

    /// <summary>The options of a device, in which a group's name has become those of its members.</summary>
    private static OptionValues OptionsOf(Scenario scenario, DeviceSpec spec)
    {
        if (!spec.Options.Has(FirewallKeys.Rules))
            return spec.Options;

        var values = new OptionValues();
        foreach ((Option option, object value) in spec.Options.Values)
        {
            values.Add(option, option != FirewallKeys.Rules ? value : new ListValue([.. spec.Options.Get(FirewallKeys.Rules)
                .Select(rule => rule with { From = Members(rule.From), To = Members(rule.To) })]));
        }

        return values;

        IReadOnlyList<string> Members(IReadOnlyList<string> names) =>
            [.. names.SelectMany(name => MembersOf(scenario, name))];
    }

    /// <summary>Once there are links, since a route leads to a neighbour.</summary>
    private static void SetRoutes(Network network, Scenario scenario)
    {
        foreach (DeviceSpec spec in scenario.Devices)
        {
            foreach (RouteText route in spec.Options.Get(RouterKeys.Routes))
            {
                IEnumerable<IPNetwork> blocks = route.To == "default" ? [IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")]
                    : IPNetwork.TryParse(route.To, out IPNetwork block) ? [block]
                    : ((IpDevice)network.FindDevice(route.To)).Addresses.Select(address => new IPNetwork(address, address.GetAddressBytes().Length * 8));
                foreach (string name in spec.Members)
                {
                    foreach (IPNetwork to in blocks)
                        ((IpDevice)network.FindDevice(name)).AddRoute(to, (IpDevice)network.FindDevice(route.Via));
                }
            }
        }
    }

    private static IReadOnlyList<Link> Connect(Network network, LinkSpec spec)
    {
        LinkOptions forward = spec.Forward.ToOptions();
        LinkOptions backward = spec.Backward.ToOptions();
        return [.. spec.Members.Select(Join)];

        Link Join(LinkMember member)
        {
            Link link = network.Connect(network.FindDevice(member.First), network.FindDevice(member.Second), forward, backward, member.Name);
            if ((spec.ForwardCost, spec.BackwardCost) != (1, 1))
                network.SetCost(link, spec.ForwardCost, spec.BackwardCost);
            return link;
        }
    }

    private static IReadOnlyList<RunningApplication> Start(Network network, Scenario scenario, ApplicationSpec spec) =>
        [.. spec.Hosts.Select(name => RunningApplication.Start(spec, (Host)network.FindDevice(name), other => MembersOf(scenario, other)))];

    /// <summary>The devices that a name stands for: those of a group, or itself.</summary>
    private static IReadOnlyList<string> MembersOf(Scenario scenario, string name) =>
        scenario.Devices.Concat(scenario.Groups).FirstOrDefault(device => device.Name == name)?.Members ?? [name];
}
