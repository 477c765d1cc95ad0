using Wavetank.Devices.Topologies;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of a topology beside those of its kind.</summary>
internal static class TopologyKeys
{
    private const string LinksEnding = "-links";

    internal static readonly Option<TopologyKind> Kind = Option<TopologyKind>.Optional(
        "kind", ValueFormats.KindOf(() => TopologyKinds.Table), "What it is; must be there unless from names a file.");

    internal static readonly Option<string> Prefix = Option<string>.Optional(
        "prefix", ValueFormats.Name, "Stands before the names of its devices, groups and links, with a hyphen: with dc, host-1 is dc-host-1.");

    internal static readonly Section Host = new("host", "What each of its hosts has, as a host of devices may.", "{ congestion-control: bbr }");

    internal static readonly Section Router = new("router", "What each of its routers has, as a router of devices may.", "{ equal-cost-paths: off }");

    internal static readonly IReadOnlyList<Key> All = [Kind, Prefix, Host, Router];

    /// <summary>What every host of a topology may have alike.</summary>
    internal static readonly IReadOnlyList<Key> OfHosts = [.. TcpKeys.OfHosts];

    internal static readonly IReadOnlyList<Key> OfRouters = [RouterKeys.EqualCostPaths, RouterKeys.ConvergenceDelay];

    /// <summary>What links of a group may have: what a link has, but for its ends and its name.</summary>
    internal static readonly IReadOnlyList<Key> OfLinks = [.. LinkKeys.All.Where(key => key != LinkKeys.Between && key != LinkKeys.Name)];

    /// <summary>The key under which a group of links has its conditions: <c>access</c> for <c>access-links</c>.</summary>
    internal static Section ConditionsOf(string group) => new(
        NameOf(group),
        group switch
        {
            PlannedLink.AccessLinks => "Conditions of the links of hosts, access-links, as links has them; forward leads away from the host.",
            PlannedLink.CoreLinks => "Conditions of the links between routers, core-links, as links has them.",
            "bottleneck" => "Conditions of the link between the two routers, as links has them; forward leads to the right.",
            "link" => "Conditions of the link, as links has them; forward leads away from host-1.",
            _ => $"Conditions of its {group}, as links has them.",
        },
        "{ rate: 1Gbps, delay: 50us }");

    internal static string NameOf(string group) => group.EndsWith(LinksEnding, StringComparison.Ordinal) ? group[..^LinksEnding.Length] : group;
}
