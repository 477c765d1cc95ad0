using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>Two hosts with TCP and a pipe each way, in virtual time.</summary>
internal sealed class TcpPair
{
    public TcpPair(ulong seed = 1, string client = "10.0.0.1", string server = "10.0.0.2")
    {
        Client = new TestHost(Clock, Pool, client, seed);
        Server = new TestHost(Clock, Pool, server, seed);
        Forward = new TestPipe(Clock, Server, new RandomStream(seed, "forward"));
        Backward = new TestPipe(Clock, Client, new RandomStream(seed, "backward"));
        Client.OnSend = Forward.Send;
        Server.OnSend = Backward.Send;
    }

    public TestClock Clock { get; } = new();

    public PacketPool Pool { get; } = new();

    public TestHost Client { get; }

    public TestHost Server { get; }

    public TestPipe Forward { get; }

    public TestPipe Backward { get; }

    public TestUser ClientUser { get; } = new();

    public TcpListenQueue Listener { get; private set; } = null!;

    public void Both(Action<TestPipe> configure)
    {
        configure(Forward);
        configure(Backward);
    }

    /// <summary>Lets both ends' sequence numbers pass the end of a half of the circle, 2^31 or 2^32, within the first bytes.</summary>
    public TcpPair StartNearTheEnd(RandomStream random, int bytes)
    {
        foreach (TestHost host in (TestHost[])[Client, Server])
        {
            uint end = random.NextBoolean(0.5) ? 0x8000_0000 : 0;
            host.Tcp.InitialSequence = end - (uint)random.NextInt64(bytes);
        }

        return this;
    }

    public TcpPair Listen(int backlog = 10, Action<TcpSettings>? configure = null, Address? any = null)
    {
        var settings = new TcpSettings();
        configure?.Invoke(settings);
        Assert.Equal(SocketError.Success, Server.Ports.TryBind(any ?? Address.IPv4Any, 80, false, out PortBinding? binding));
        Listener = Server.Tcp.Listen(binding!, backlog, settings, null);
        return this;
    }

    public TcpConnection Connect(Action<TcpSettings>? configure = null, TestUser? user = null)
    {
        var settings = new TcpSettings();
        configure?.Invoke(settings);
        var remote = new TransportAddress(Server.Address, 80);
        return Client.Tcp.Connect(null, remote, settings, user ?? ClientUser, out _)!;
    }

    /// <summary>A connection of each end, established.</summary>
    public (TcpConnection Client, TcpConnection Server) Establish(Action<TcpSettings>? configure = null)
    {
        Listen(configure: configure);
        TcpConnection client = Connect(configure);
        for (int i = 0; i < 2000 && !Listener.Readable; i++)
        {
            Clock.RunFor(100);
        }

        return (client, Listener.TryAccept()!);
    }
}
