using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Ip.Support;

namespace Wavetank.Tests.Stack.Fuzz;

/// <summary>A host on a switch with echo servers over TCP and UDP, to which bytes arrive; after each, what it keeps is held to its limits.</summary>
internal sealed class FuzzedHost : IPacketObserver, IDisposable
{
    // Of inputs of which there are some hundred, so that what is kept without a limit is seen.
    private const int MostConnections = 300;
    private const int MostNeighbors = 1024 + 300;
    private const int MostReassembly = 4 * 1024 * 1024;
    private const int MostPackets = 3_000;
    private const int MostEventsPerSecond = 20_000;

    private readonly Network _network = new(1);
    private readonly Host _host;
    private readonly HostInterface _interface;

    public FuzzedHost()
    {
        _host = _network.AddHost("target");
        Peer = _network.AddHost("peer");
        Switch between = _network.AddSwitch("switch");
        _network.Connect(_host, between);
        _network.Connect(Peer, between);
        _host.Run(() => new TcpEchoServer(EchoPort(false)).RunAsync(_network.TimeProvider, _network.Simulator.CreateRandomStream("tcp")));
        _host.Run(() => new UdpEchoServer(EchoPort(false)).RunAsync(_network.TimeProvider, _network.Simulator.CreateRandomStream("udp")));
        _host.Run(() => FuzzServersV6.ServeTcpAsync(EchoPort(true)));
        _host.Run(() => FuzzServersV6.ServeUdpAsync(EchoPort(true)));
        _network.Run(TimeSpan.FromSeconds(1));
        _interface = _host.Interfaces[0].Interface;
        _network.Events.Subscribe(this);
    }

    public Host Peer { get; }

    /// <summary>The most connections that were established at once.</summary>
    public int MostEstablished { get; private set; }

    /// <summary>The TCP header of the last segment that the host sent, and from which address.</summary>
    public TcpHeader LastSent { get; private set; }

    public Address Address(bool v6) => Addresses.Of(_host, v6);

    /// <summary>Where the echo servers of a family are.</summary>
    public static ushort EchoPort(bool v6) => (ushort)(v6 ? 8 : 7);

    public void Dispose() => _network.Dispose();

    public void OnPacket(in PacketEvent packetEvent)
    {
        Packet packet = packetEvent.Packet;
        if (packetEvent.Kind == PacketEventKind.Sent && packet is { Protocol: IpProtocol.Tcp, IsArp: false, IsFragment: false }
            && (packet.Source == Address(false) || packet.Source == Address(true)))
        {
            LastSent = packet.Tcp;
        }
    }

    /// <summary>Gives one input to the host, lets time pass, and checks.</summary>
    public void Take(FuzzInput input)
    {
        if (input.IsArp)
        {
            TakeArp(input.Bytes);
        }
        else if (PacketCodec.TryParse(input.Bytes, _network.Pool, out Packet? packet, out _))
        {
            packet.Id = _network.Events.TakePacketId();
            _host.Stack.Ip.Receive(packet, _interface);
        }

        RunFor(TimeSpan.FromMicroseconds(input.PauseMicroseconds));
    }

    /// <summary>Lets all that waits time out, breaks off what is open, and checks that nothing is left.</summary>
    public void End()
    {
        RunFor(TimeSpan.FromMinutes(3));
        Assert.Equal((0, 0), (_host.Stack.Ip.PartialDatagrams, _host.Stack.Ip.ReassemblyMemory));
        foreach (TcpConnection connection in _host.Stack.Tcp.Connections.ToArray())
        {
            connection.Abort();
        }

        RunFor(TimeSpan.FromMinutes(20));
        Assert.Empty(_host.Stack.Tcp.Connections);
        Assert.Equal(0, _network.Pool.Rented);
    }

    private void TakeArp(byte[] bytes)
    {
        Packet packet = _network.Pool.Rent();
        packet.IsArp = true;
        packet.Source = Addresses.Of(Peer);
        packet.Destination = Address(false);
        packet.LinkDestination = _interface.Neighbors!.LinkAddress;
        packet.CarryCopy(bytes);
        packet.Seal();
        _interface.Receive(packet);
    }

    private void RunFor(TimeSpan time)
    {
        long before = _network.Simulator.EventsFired;
        _network.Run(time);
        Assert.InRange(_network.Simulator.EventsFired - before, 0, (long)(MostEventsPerSecond * (1 + time.TotalSeconds)));
        TcpLayer tcp = _host.Stack.Tcp;
        Assert.InRange(tcp.Connections.Count(), 0, MostConnections);
        MostEstablished = Math.Max(MostEstablished, tcp.Connections.Count(connection => connection.State == TcpState.Established));
        Assert.All(tcp.Listeners, listener => Assert.InRange(Math.Max(listener.HalfOpen, listener.Waiting), 0, listener.Backlog + 1));
        Assert.InRange(_host.Stack.Ip.ReassemblyMemory, 0, MostReassembly);
        Assert.InRange(_interface.Neighbors is { } neighbors ? neighbors.Count : 0, 0, MostNeighbors);
        Assert.InRange(_network.Pool.Rented, 0, MostPackets);
    }
}
