using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Packets;
using Wavetank.Stack.Icmp;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Interfaces.Neighbors;
using Wavetank.Stack.Ip;
using Wavetank.Stack.Names;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Observing;
using Wavetank.Stack.Udp;

namespace Wavetank.Stack;

/// <summary>
/// One host's TCP/IP: its interfaces and its protocols, put together. A protocol is made when it is first used, so that an idle host
/// of a large network takes little.
/// </summary>
internal sealed partial class NetworkStack : IPacketPlace
{
    private readonly List<HostInterface> _interfaces = new(2);
    private RandomStream? _random;
    private IcmpLayer? _icmp;
    private UdpLayer? _udp;
    private TcpLayer? _tcp;

    public NetworkStack(string hostName, Simulator simulator, PacketPool pool, PacketEvents events, HostTable names)
    {
        HostName = hostName;
        Simulator = simulator;
        Pool = pool;
        Events = events;
        Names = names;
        Point = events.RegisterPoint(this);
        Ip = new IpLayer(this);
        LoopbackEndpoint = new LoopbackEndpoint(this);
        Loopback = AddInterface("lo", LoopbackEndpoint);
        Loopback.AddLoopbackAddresses();
    }

    public string HostName { get; }

    public Simulator Simulator { get; }

    public PacketPool Pool { get; }

    public PacketEvents Events { get; }

    /// <summary>The point under which this host raises packet events.</summary>
    public int Point { get; }

    /// <summary>The dice of this host's protocols: initial sequence numbers, ports, identifiers.</summary>
    public RandomStream Random => _random ??= Simulator.CreateRandomStream($"host/{HostName}/stack");

    /// <summary>What the host's programs go on through.</summary>
    public ProgramGate Gate
    {
        get => field ??= new ProgramGate(Simulator);
        private set;
    }

    public HostTable Names { get; }

    /// <summary>Whom the host asks for names; null where nothing was ever set.</summary>
    public ResolverSettings? ResolverIfSet { get; private set; }

    /// <summary>Whom the host asks for names.</summary>
    public ResolverSettings Resolver => ResolverIfSet ??= new ResolverSettings();

    /// <summary>How the host's name servers are made to fail; null where they never were.</summary>
    public NameServing? NameServingIfSet { get; private set; }

    /// <summary>How the host's name servers are made to fail.</summary>
    public NameServing NameServing => NameServingIfSet ??= new NameServing();

    public IpLayer Ip { get; }

    public IcmpLayer Icmp => _icmp ??= new IcmpLayer(this);

    public UdpLayer Udp => _udp ??= new UdpLayer(this);

    public TcpLayer Tcp => _tcp ??= new TcpLayer(this);

    /// <summary>The host's UDP, or null where nothing was ever asked of it.</summary>
    public UdpLayer? UdpIfUsed => _udp;

    /// <summary>The host's TCP, or null where nothing was ever asked of it.</summary>
    public TcpLayer? TcpIfUsed => _tcp;

    /// <summary>What new sockets of this host start with; null where nothing was set, which means the defaults of <see cref="TcpSettings"/>.</summary>
    public TcpSettings? SocketDefaults { get; set; }

    /// <summary>The most neighbors of a family that an interface remembers.</summary>
    public int NeighborLimit { get; set; } = NeighborTable.MostByDefault;

    public HostInterface Loopback { get; }

    public LoopbackEndpoint LoopbackEndpoint { get; }

    /// <summary>Where this host's connections go once they are gone: the network's list, for hosts of a network.</summary>
    public EndedConnections EndedConnections { get; init; } = new();

    /// <summary>Who looks at this host's connections: those of the network, for hosts of a network.</summary>
    public TcpObservers Observers { get; init; } = new();

    public IReadOnlyList<HostInterface> Interfaces => _interfaces;

    PacketPoint IPacketPlace.DescribePoint() => new($"host/{HostName}");

    /// <summary>Adds an interface.</summary>
    /// <param name="name">Such as <c>eth0</c>.</param>
    /// <param name="endpoint">What it is plugged into.</param>
    /// <param name="linkAddress">Its address on a shared segment; none where there are but two ends.</param>
    public HostInterface AddInterface(string name, LinkEndpoint endpoint, MacAddress linkAddress = default)
    {
        var item = new HostInterface(this, _interfaces.Count + 1, name, endpoint, linkAddress);
        _interfaces.Add(item);
        return item;
    }

    /// <summary>The interface of a number, from 1 on; null if there is none.</summary>
    public HostInterface? FindInterface(int index) => index >= 1 && index <= _interfaces.Count ? _interfaces[index - 1] : null;

    /// <summary>The interface that has an address; null if none has.</summary>
    public HostInterface? FindInterface(Address address) => _interfaces.Find(candidate => candidate.Has(address));
}
