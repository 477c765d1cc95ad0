using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Names;
using Wavetank.Stack.Tcp.Observing;

namespace Wavetank.Packetdrill.Running.Hosts;

/// <summary>The host under test: a stack with one interface, whose other end is the script.</summary>
internal sealed class VirtualHost : IDisposable
{
    public const string Name = "host";

    private const int PrefixLength = 16;
    private const int PrefixLengthV6 = 64;

    public VirtualHost(HostSettings settings)
    {
        Settings = settings;
        Simulator = new Simulator(settings.Seed);
        Events = new PacketEvents(Simulator);
        Pool = new PacketPool();
        var observers = new TcpObservers();
        if (InvariantMonitor.IsOnByDefault)
        {
            Simulator.Invariants = new InvariantMonitor(Simulator);
            observers.Check(Simulator.Invariants);
        }

        Stack = new NetworkStack(Name, Simulator, Pool, Events, new HostTable()) { Observers = observers };
        Link = new ScriptLink(Simulator, settings);
        Local = settings.Local ?? Address.Parse(settings.IsIPv6 ? "fd3d:a0b:17d6::1" : "192.168.0.1");
        Remote = settings.Remote ?? Address.Parse(settings.IsIPv6 ? "fd3d:fa7b:d17d::1" : "192.0.2.1");
        HostInterface way = Stack.AddInterface("eth0", Link);
        way.AddAddress(Local, settings.IsIPv6 ? PrefixLengthV6 : PrefixLength);
        Stack.Tcp.InitialSequence = settings.InitialSequence;
        settings.SetPortRange = Stack.Tcp.Ports.SetEphemeralRange;
        Stack.Ip.Routes.Add(new Prefix(settings.IsIPv6 ? Address.IPv6Any : Address.IPv4Any, 0), way.Direct);
    }

    public HostSettings Settings { get; }

    public Simulator Simulator { get; }

    public PacketEvents Events { get; }

    public PacketPool Pool { get; }

    public NetworkStack Stack { get; }

    public ScriptLink Link { get; }

    /// <summary>The host's own address.</summary>
    public Address Local { get; }

    /// <summary>The address that the script plays.</summary>
    public Address Remote { get; }

    public void Dispose() => Simulator.Dispose();
}
