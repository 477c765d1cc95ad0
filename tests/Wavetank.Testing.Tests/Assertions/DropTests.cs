using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Testing.Assertions;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Testing.Tests.Assertions;

public sealed class DropTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _server;
    private readonly Host _client;
    private readonly Link _cut;
    private readonly Link _other;

    /// <summary>Three datagrams to a port where nobody listens, one of them while the link is down.</summary>
    public DropTests()
    {
        (_server, _client, Host idle) = (_net.AddHost("server"), _net.AddHost("client"), _net.AddHost("idle"));
        _cut = _net.Connect(_client, _server);
        _other = _net.Connect(_server, idle);
        _net.At(TimeSpan.FromSeconds(1.5), _cut.Cut);
        _client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            for (int i = 0; i < 3; i++)
            {
                await socket.SendToAsync(new byte[10], new IPEndPoint(_server.Address, 9));
                await _net.Delay(TimeSpan.FromSeconds(1));
            }
        });
        _net.Run();
    }

    public void Dispose() => _net.Dispose();

    [Fact]
    public void Reasons_for_which_nothing_was_dropped_hold()
    {
        Expect.NoPacketLost(_net, DropReason.QueueFull, DropReason.LinkLoss);
        Expect.NoPacketLost(_net, _other);
        Expect.NoPacketLost(_net, _cut, DropReason.PortUnreachable);
        Expect.NoPacketLost(_client);
    }

    [Fact]
    public void Drops_are_told_by_place_and_reason() => Assert.Equal(
        """
        Expected that no packet is dropped, but until 3.000000000 s were dropped:
          host/server: 2 port unreachable
          link/client-server/forward: 1 link down
        """,
        Message(() => Expect.NoPacketLost(_net)));

    [Fact]
    public void Drops_of_a_link_are_told() => Assert.Equal(
        """
        Expected that link client-server drops no packet for queue full or link down, but until 3.000000000 s were dropped:
          link/client-server/forward: 1 link down
        """,
        Message(() => Expect.NoPacketLost(_net, _cut, DropReason.QueueFull, DropReason.LinkDown)));

    [Fact]
    public void Drops_of_a_host_are_told() => Assert.Equal(
        """
        Expected that server drops no packet, but until 3.000000000 s were dropped:
          host/server: 2 port unreachable
        """,
        Message(() => Expect.NoPacketLost(_server)));

    private static string Message(Action assertion) => Assert.Throws<SimulationAssertException>(assertion).Message;
}
