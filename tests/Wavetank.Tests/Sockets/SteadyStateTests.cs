using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Sockets;

/// <summary>What a round trip costs once all is warm.</summary>
public sealed class SteadyStateTests
{
    private const int Rounds = 1000;
    private const int Laps = 4;

    [Fact]
    public void An_asynchronous_echo_over_tcp_allocates_nothing()
    {
        var meter = new AllocationMeter();
        using var network = new Network();
        (Host server, Host client) = Pair(network);
        server.Run(async () =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 7));
            listener.Listen();
            using Socket socket = await listener.AcceptAsync();
            byte[] buffer = new byte[64];
            for (int count; (count = await socket.ReceiveAsync(buffer.AsMemory())) > 0;)
            {
                await socket.SendAsync(buffer.AsMemory(0, count));
            }
        });
        client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("server", 7);
            byte[] buffer = new byte[64];
            for (int i = 0; i <= Laps * Rounds; i++)
            {
                MarkLap(meter, i);
                await socket.SendAsync(buffer.AsMemory());
                await socket.ReceiveAsync(buffer.AsMemory());
            }
        });

        Assert.Equal(RunEnd.Completed, network.Run().End);
        Assert.Equal(0, meter.Least);
    }

    [Fact]
    public void A_blocking_echo_over_tcp_allocates_nothing()
    {
        AllocationMeter[] meters = [new(), new()];
        using var network = new Network();
        (Host server, Host client) = Pair(network);
        server.RunBlocking(() =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 7));
            listener.Listen();
            using Socket socket = listener.Accept();
            byte[] buffer = new byte[64];
            Repeat(meters[0], () => socket.Send(buffer.AsSpan(0, socket.Receive(buffer))));
        });
        client.RunBlocking(() =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect("server", 7);
            byte[] buffer = new byte[64];
            Repeat(meters[1], () =>
            {
                socket.Send(buffer);
                socket.Receive(buffer);
            });
        });

        Assert.Equal(RunEnd.Completed, network.Run().End);
        Assert.Equal([0, 0], meters.Select(meter => meter.Least));
    }

    [Fact]
    public void An_echo_over_udp_allocates_nothing_where_addresses_are_kept()
    {
        var meter = new AllocationMeter();
        using var network = new Network();
        (Host server, Host client) = Pair(network);
        server.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(new IPEndPoint(IPAddress.Any, 7));
            byte[] buffer = new byte[64];
            var sender = new SocketAddress(AddressFamily.InterNetwork);
            int count = await socket.ReceiveFromAsync(buffer, SocketFlags.None, sender);
            socket.Connect(new IPEndPoint(0, 0).Create(sender));
            while (count > 0)
            {
                await socket.SendAsync(buffer.AsMemory(0, count));
                count = await socket.ReceiveAsync(buffer.AsMemory());
            }
        });
        client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            await socket.ConnectAsync("server", 7);
            byte[] buffer = new byte[64];
            for (int i = 0; i <= Laps * Rounds; i++)
            {
                MarkLap(meter, i);
                await socket.SendAsync(buffer.AsMemory());
                await socket.ReceiveAsync(buffer.AsMemory());
            }

            await socket.SendAsync(Memory<byte>.Empty);
        });

        Assert.Equal(RunEnd.Completed, network.Run().End);
        Assert.Equal(0, meter.Least);
    }

    private static (Host Server, Host Client) Pair(Network network)
    {
        Host server = network.AddHost("server");
        Host client = network.AddHost("client");
        network.Connect(server, client, new LinkOptions { Delay = TimeSpan.FromMilliseconds(1) });
        return (server, client);
    }

    private static void Repeat(AllocationMeter meter, Action round)
    {
        for (int i = 0; i <= Laps * Rounds; i++)
        {
            MarkLap(meter, i);
            round();
        }
    }

    private static void MarkLap(AllocationMeter meter, int round)
    {
        if (round % Rounds == 0)
        {
            meter.Mark();
        }
    }
}
