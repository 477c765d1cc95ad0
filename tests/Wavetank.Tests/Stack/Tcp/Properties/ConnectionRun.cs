using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Tests.Stack.Ip.Support;

namespace Wavetank.Tests.Stack.Tcp.Properties;

/// <summary>Plays a case in a network of two hosts, and checks what must come of it.</summary>
internal sealed class ConnectionRun : ITcpListenUser
{
    // Long enough for every retransmission, probe and keep-alive to give up, and for TIME-WAIT.
    private static readonly TimeSpan Long = TimeSpan.FromHours(2);

    private const long MostEvents = 2_000_000;

    private readonly ConnectionCase _case;
    private readonly ConnectionEnd _client;
    private readonly ConnectionEnd _server;
    private readonly Host _clientHost;
    private readonly Host _serverHost;
    private TcpListenQueue? _listener;
    private bool _isAccepted;

    private ConnectionRun(Network network, ConnectionCase theCase)
    {
        _case = theCase;
        _clientHost = network.AddHost("client");
        _serverHost = network.AddHost("server");
        network.Connect(_clientHost, _serverHost, Conditions);
        _client = new ConnectionEnd(network, theCase.Client);
        _server = new ConnectionEnd(network, theCase.Server);
    }

    private LinkOptions Conditions => new()
    {
        Mtu = _case.Mtu,
        Loss = _case.Loss / 1000.0,
        Duplicate = _case.Duplicate / 1000.0,
        Reorder = _case.Reorder / 1000.0,
        Corrupt = _case.Corrupt / 1000.0,
        Delay = TimeSpan.FromMilliseconds(_case.Delay),
        Jitter = TimeSpan.FromMilliseconds(_case.Jitter),
        Rate = new DataRate(_case.KilobitsPerSecond * 1000L),
        Queue = QueueOptions.Packets(_case.Queue),
    };

    /// <summary>Plays and checks.</summary>
    /// <returns>Bytes that were read at both ends.</returns>
    public static long Check(ConnectionCase theCase)
    {
        using var network = new Network((ulong)theCase.Seed);
        var run = new ConnectionRun(network, theCase);
        run.Start();
        RunResult result = network.Run(Long);
        run._listener!.Close();
        run.CheckStreams();
        Assert.Empty(run._clientHost.Stack.Tcp.Connections);
        Assert.Empty(run._serverHost.Stack.Tcp.Connections);
        Assert.Equal(0, network.Pool.Rented);
        Assert.InRange(result.EventsFired, 0, MostEvents);
        return run._client.Read + run._server.Read;
    }

    public void OnAcceptable()
    {
        TcpConnection connection = _listener!.TryAccept()!;
        if (_isAccepted)
        {
            // The server broke off, and then came the client's old SYN and an old acknowledgment. They fit because the numbers, which
            // the test fixes, are those of the first connection.
            connection.Abort();
            return;
        }

        _isAccepted = true;
        _server.Use(connection);
    }

    private void Start()
    {
        TcpLayer server = _serverHost.Stack.Tcp;
        TcpLayer client = _clientHost.Stack.Tcp;
        client.InitialSequence = _case.Client.InitialSequence;
        server.InitialSequence = _case.Server.InitialSequence;
        Address any = _case.IPv6 ? Address.IPv6Any : Address.IPv4Any;
        Assert.Equal(SocketError.Success, server.Ports.TryBind(any, 80, false, out PortBinding? binding));
        _listener = server.Listen(binding!, 5, SettingsOf(_case.Server), this);
        var remote = new TransportAddress(Addresses.Of(_serverHost, _case.IPv6), 80);
        TcpConnection? connection = client.Connect(null, remote, SettingsOf(_case.Client), _client, out SocketError error);
        Assert.Equal(SocketError.Success, error);
        _client.Use(connection!);
    }

    private TcpSettings SettingsOf(EndPlan plan) => new()
    {
        ReceiveBufferSize = plan.ReceiveBuffer,
        SendBufferSize = plan.SendBuffer,
        MaximumSegmentSize = plan.Mss,
        Sack = _case.Sack,
        Timestamps = _case.Timestamps,
        WindowScaling = _case.WindowScaling,

        // A RST that is lost leaves the other end waiting; with these it finds out.
        KeepAlive = true,
        KeepAliveTime = TimeSpan.FromMinutes(10),

        // So that chance alone ends no connection.
        SynRetries = 20,
        SynAckRetries = 20,
    };

    private void CheckStreams()
    {
        Assert.True(_client.IsIntact && _server.IsIntact, "the bytes read are those that were written");
        Assert.InRange(_server.Read, 0, _client.Written);
        Assert.InRange(_client.Read, 0, _server.Written);
        if (_client.GaveUp || _server.GaveUp)
        {
            Assert.True(_case.Loss + _case.Corrupt > 0, "nobody gives up where nothing is lost");
        }
        else if (!_case.Client.BreaksOff && !_case.Server.BreaksOff)
        {
            Assert.Equal((SocketError.Success, SocketError.Success), (_client.Error, _server.Error));
            Assert.True(_client.IsClosed && _server.IsClosed, "both ends came to the end of what they read");
            Assert.Equal(_client.Written, _server.Read);
            Assert.Equal(_server.Written, _client.Read);
        }
        else if (!_case.Server.BreaksOff)
        {
            // Who breaks off itself is told of no error by one who does not.
            Assert.Equal(SocketError.Success, _client.Error);
        }
        else if (!_case.Client.BreaksOff)
        {
            Assert.Equal(SocketError.Success, _server.Error);
        }
    }
}
