using Wavetank.Packets;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Stack.Ip;

/// <summary>
/// The internet layer: the host's addresses and routes, and which way a packet takes. Both families go the same way; they differ
/// in who may fragment.
/// </summary>
internal sealed partial class IpLayer(NetworkStack stack)
{
    // Linux's default (net.ipv4.ip_default_ttl); RFC 1700 recommends 64.
    public const byte DefaultTimeToLive = 64;

    private readonly AddressSet _localAddresses = new();
    private RouteTable? _routes;

    // What most hosts never need is made when it is first needed.
    private PathMtuCache? _pathMtus;
    private Reassembler? _reassembler;

    public RouteTable Routes => _routes ??= new(this);

    /// <summary>Who looks at what is passed on; null where nobody does.</summary>
    public IForwardingHook? Hook { get; set; }

    /// <summary>Whether packets for others are passed on.</summary>
    public bool IsForwarding { get; set; }

    /// <summary>What keeps the host from others; null while nothing does.</summary>
    public PacketBarrier? Barrier { get; set; }

    /// <summary>Datagrams of which fragments are missing.</summary>
    public int PartialDatagrams => _reassembler?.Count ?? 0;

    /// <summary>Bytes that their fragments take.</summary>
    public int ReassemblyMemory => _reassembler?.Memory ?? 0;

    /// <summary>Forgets what was learnt of paths, and the fragments that came.</summary>
    public void Forget()
    {
        Barrier?.Forget();
        _pathMtus = null;
        _reassembler?.GiveUpAll();
    }

    public void AddLocalAddress(Address address) => _localAddresses.Add(address);

    /// <summary>Whether packets to this address end here.</summary>
    public bool IsLocal(Address address) => Routes.FindWay(address) == NextHop.Here;

    /// <summary>What <see cref="IsLocal"/> goes by: the tables themselves. Any address in 127.0.0.0/8 is the host's (RFC 1122 §3.2.1.3).</summary>
    public bool HasAddress(Address address) => _localAddresses.Contains(address) || (address.IsLoopback && !stack.Loopback.IsBroadcast(address));

    /// <summary>
    /// The address and MTU that a packet to a destination leaves with; for a group, on the interface that it leaves by where none is
    /// chosen. False if there is no way to it.
    /// </summary>
    public bool TrySelectSource(Address destination, out Address source, out int mtu)
    {
        source = default;
        mtu = 0;
        if (IsLocal(destination))
        {
            // As Linux does: a packet to oneself comes from the address it goes to.
            source = destination;
            mtu = stack.Loopback.MtuFor(destination.IsIPv4);
            return true;
        }

        HostInterface? way = FindGroupInterface(destination);
        if (way is null && Routes.Find(destination) is { } hop)
        {
            way = hop.Interface;
        }

        if (way is null)
        {
            return false;
        }

        int linkMtu = way.MtuFor(destination.IsIPv4);
        mtu = _pathMtus?.Find(destination, linkMtu) ?? linkMtu;
        return TrySelectSource(way, destination.IsIPv4, out source);
    }

    /// <summary>Notes that a router on the way to a destination carries no larger packets.</summary>
    public void LearnPathMtu(Address destination, int mtu)
    {
        if (Routes.Find(destination) is { } hop)
        {
            (_pathMtus ??= new(stack.Simulator)).Learn(destination, mtu, hop.Interface.MtuFor(destination.IsIPv4));
        }
    }

    /// <summary>The interface's own address, or, for one without, the first that any interface has.</summary>
    private bool TrySelectSource(HostInterface way, bool ipv4, out Address source)
    {
        if (way.TryGetAddress(ipv4, out source))
        {
            return true;
        }

        foreach (HostInterface other in stack.Interfaces)
        {
            if (other != stack.Loopback && other.TryGetAddress(ipv4, out source))
            {
                return true;
            }
        }

        return false;
    }
}
