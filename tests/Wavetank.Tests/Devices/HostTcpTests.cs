using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Sockets;
using Wavetank.Stack.Tcp;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Devices;

public sealed class HostTcpTests
{
    [Fact]
    public void Sockets_start_with_what_the_host_has()
    {
        TcpInfo info = Connect((client, _) => client.Tcp.CongestionControl = "bbr", _ => { });

        Assert.Equal("bbr", info.CongestionControl);
    }

    [Fact]
    public void A_socket_chooses_for_itself_as_on_Linux()
    {
        TcpInfo info = Connect((client, _) => client.Tcp.CongestionControl = "bbr", socket => socket.SetRawSocketOption(6, 13, "reno"u8));

        Assert.Equal("reno", info.CongestionControl);
    }

    [Fact]
    public void The_minimum_timeout_stands_above_the_round_trip_time()
    {
        TcpInfo info = Connect((client, _) => client.Tcp.MinimumRto = TimeSpan.FromSeconds(1), _ => { });

        Assert.Equal(TimeSpan.FromMilliseconds(1020), info.Rto);
    }

    [Fact]
    public void The_receive_buffer_of_the_host_bounds_the_window_that_its_peer_sees()
    {
        TcpInfo info = Connect((_, server) => server.Tcp.ReceiveBufferSize = 8192, _ => { });

        Assert.InRange(info.SendWindow, 1, 8192);
    }

    [Fact]
    public void An_unknown_congestion_control_is_refused_with_the_known_ones()
    {
        using var net = new Network();
        Host host = net.AddHost("host");

        ArgumentException error = Assert.Throws<ArgumentException>(() => host.Tcp.CongestionControl = "vegas");

        Assert.Contains("There are: cubic, reno, bbr, dctcp.", error.Message, StringComparison.Ordinal);
        Assert.Equal("cubic", host.Tcp.CongestionControl);
    }

    private static TcpInfo Connect(Action<Host, Host> prepare, Action<Socket> use)
    {
        using var net = new Network();
        Host client = net.AddHost("client"), server = net.AddHost("server");
        net.Connect(client, server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
        prepare(client, server);
        server.Run(async () =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 5000));
            listener.Listen();
            using Socket peer = await listener.AcceptAsync();
            await peer.ReceiveAsync(new byte[1].AsMemory());
        });
        TcpInfo? info = null;
        client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            use(socket);
            await socket.ConnectAsync(new IPEndPoint(server.Address, 5000));
            info = socket.GetTcpInfo();
        });
        net.Run();
        return info!;
    }
}
