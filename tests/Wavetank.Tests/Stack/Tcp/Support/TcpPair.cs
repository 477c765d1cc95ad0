using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>Two hosts with TCP and a pipe each way, in virtual time.</summary>
internal sealed class TcpPair
{
    public TcpPair(ulong seed = 1)
    {
        Client = new TestHost(Clock, Pool, "10.0.0.1", seed);
        Server = new TestHost(Clock, Pool, "10.0.0.2", seed);
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

    public TcpPair Listen(int backlog = 10, Action<TcpSettings>? configure = null)
    {
        var settings = new TcpSettings();
        configure?.Invoke(settings);
        Assert.Equal(SocketError.Success, Server.Ports.TryBind(Address.IPv4Any, 80, false, out PortBinding? binding));
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
