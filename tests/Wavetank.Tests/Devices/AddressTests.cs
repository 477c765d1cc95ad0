using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Ping = Wavetank.Sockets.Ping;
using Socket = Wavetank.Sockets.Socket;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.Tests.Devices;

/// <summary>A server with two interfaces, each to a client of its own, and a third client behind a router.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly Network _network = new();
    private readonly Host _server;
    private readonly Host _left;
    private readonly Host _right;
    private readonly Host _distant;

    public AddressTests()
    {
        (_server, _left, _right, _distant) = (_network.AddHost("server"), _network.AddHost("left"), _network.AddHost("right"), _network.AddHost("distant"));
        Router router = _network.AddRouter("router");
        _network.Connect(_left, _server);
        _network.Connect(_right, _server);
        _network.Connect(_server, router);
        _network.Connect(_distant, router);
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_host_is_reached_at_the_address_of_each_of_its_interfaces()
    {
        IPAddress[] addresses = [.. _server.Addresses];
        Assert.Equal(3 * 2, addresses.Length);

        Assert.All(addresses, address => Assert.Equal(IPStatus.Success, Ping(_distant, address)));
    }

    [Fact]
    public void A_connection_leaves_from_the_address_of_the_interface_towards_its_peer()
    {
        List<IPAddress> from = [];
        foreach (Host peer in (Host[])[_left, _right])
        {
            peer.Run(async () =>
            {
                using var listener = new TcpListener(IPAddress.Any, 80);
                listener.Start();
                using Socket accepted = await listener.AcceptSocketAsync();
                from.Add(((IPEndPoint)accepted.RemoteEndPoint!).Address);
            });
        }

        _server.Run(async () =>
        {
            foreach (Host peer in (Host[])[_left, _right])
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(peer.Address, 80);
            }
        });

        _network.Run();
        IPAddress[] ours = [.. _server.Addresses.Where(address => address.AddressFamily == AddressFamily.InterNetwork)];
        Assert.Equal(ours[..2], from);
    }

    [Theory]
    [InlineData("192.0.2.7", 32)]
    [InlineData("2001:db8::7", 128)]
    public void A_further_address_answers_from_everywhere(string text, int prefixLength)
    {
        var address = IPAddress.Parse(text);

        _server.AddAddress(address, prefixLength, "eth1");

        Assert.Equal(IPStatus.Success, Ping(_right, address));
        Assert.Equal(IPStatus.Success, Ping(_distant, address));
        Assert.Contains(address, _server.Addresses);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.2")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("fe80::1")]
    public void An_address_that_no_host_can_have_is_refused(string text) =>
        Assert.Throws<ArgumentException>(() => _server.AddAddress(IPAddress.Parse(text), 32));

    [Fact]
    public void An_address_that_is_taken_is_refused_with_its_owner()
    {
        var exception = Assert.Throws<ArgumentException>(() => _server.AddAddress(_left.Address, 32));

        Assert.Contains("'left'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_that_is_not_there_is_refused_with_those_that_are()
    {
        var exception = Assert.Throws<ArgumentException>(() => _server.AddAddress(IPAddress.Parse("192.0.2.7"), 32, "eth9"));

        Assert.Contains("eth0, eth1, eth2", exception.Message, StringComparison.Ordinal);
    }

    private IPStatus Ping(Host from, IPAddress to)
    {
        IPStatus status = IPStatus.Unknown;
        from.Run(async () =>
        {
            using var ping = new Ping();
            status = (await ping.SendPingAsync(to)).Status;
        });
        Assert.Equal(RunEnd.Completed, _network.Run().End);
        return status;
    }
}
