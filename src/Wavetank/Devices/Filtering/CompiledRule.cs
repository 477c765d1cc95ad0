using System.Net;
using Wavetank.Devices.Flows;
using Wavetank.Packets;

namespace Wavetank.Devices.Filtering;

/// <summary>A rule whose names have become addresses.</summary>
internal sealed class CompiledRule(Network network, FirewallRule rule)
{
    private readonly IpProtocol? _protocol = rule.Protocol is { } protocol ? (IpProtocol)protocol : null;
    private readonly Prefix[] _from = Compile(network, rule.From);
    private readonly Prefix[] _to = Compile(network, rule.To);
    private readonly bool _hasPorts = rule.FromPorts != PortRange.All || rule.ToPorts != PortRange.All;

    public FirewallAction Action => rule.Action;

    /// <param name="key">The flow that a packet begins.</param>
    /// <param name="isInward">Whether it came from outside.</param>
    /// <param name="isOutward">Whether it leaves to the outside.</param>
    /// <param name="knowsPorts">Whether the packet has ports; a fragment has none.</param>
    public bool Matches(in FlowKey key, bool isInward, bool isOutward, bool knowsPorts) =>
        (_protocol is null || _protocol == key.Protocol)
        && rule.Direction switch
        {
            FirewallDirection.Inward => isInward,
            FirewallDirection.Outward => isOutward,
            _ => true,
        }
        && (!_hasPorts || (knowsPorts && rule.FromPorts.Contains(key.Initiator.Port) && rule.ToPorts.Contains(key.Responder.Port)))
        && Matches(_from, key.Initiator.Address) && Matches(_to, key.Responder.Address);

    private static bool Matches(Prefix[] blocks, Address address)
    {
        foreach (Prefix block in blocks)
        {
            if (block.Contains(address))
            {
                return true;
            }
        }

        return blocks.Length == 0;
    }

    private static Prefix[] Compile(Network network, IReadOnlyList<string> peers) => [.. peers.SelectMany(peer => Compile(network, peer))];

    private static IEnumerable<Prefix> Compile(Network network, string peer)
    {
        if (IPNetwork.TryParse(peer, out IPNetwork block))
        {
            return [new Prefix(Address.FromIPAddress(block.BaseAddress), block.PrefixLength)];
        }

        if (IPAddress.TryParse(peer, out IPAddress? address))
        {
            return [One(Address.FromIPAddress(address))];
        }

        return network.Names.Resolve(peer) is { Count: > 0 } addresses
            ? addresses.Select(One)
            : throw new InvalidOperationException($"A firewall's rule names '{peer}', which is no device with an address, no address and no block.");
    }

    private static Prefix One(Address address) => new(address, address.IsIPv4 ? 32 : 128);
}
