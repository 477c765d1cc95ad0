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

    [Fact]
    public void An_asynchronous_echo_over_tcp_allocates_nothing()
    {
        long allocated = -1;
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
            for (int i = 0; i < 2 * Rounds; i++)
            {
                long before = i == Rounds ? GC.GetAllocatedBytesForCurrentThread() : 0;
                allocated = i == Rounds ? -before : allocated;
                await socket.SendAsync(buffer.AsMemory());
                await socket.ReceiveAsync(buffer.AsMemory());
            }

            allocated += GC.GetAllocatedBytesForCurrentThread();
        });

        Assert.Equal(RunEnd.Completed, network.Run().End);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_blocking_echo_over_tcp_allocates_nothing()
    {
        long[] allocated = [-1, -1];
        using var network = new Network();
        (Host server, Host client) = Pair(network);
        server.RunBlocking(() =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 7));
            listener.Listen();
            using Socket socket = listener.Accept();
            byte[] buffer = new byte[64];
            allocated[0] = Measure(() => socket.Send(buffer.AsSpan(0, socket.Receive(buffer))));
        });
        client.RunBlocking(() =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect("server", 7);
            byte[] buffer = new byte[64];
            allocated[1] = Measure(() =>
            {
                socket.Send(buffer);
                socket.Receive(buffer);
            });
        });

        Assert.Equal(RunEnd.Completed, network.Run().End);
        Assert.Equal([0, 0], allocated);
    }

    [Fact]
    public void An_echo_over_udp_allocates_nothing_where_addresses_are_kept()
    {
        long allocated = -1;
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
            for (int i = 0; i < 2 * Rounds; i++)
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
            for (int i = 0; i < 2 * Rounds; i++)
            {
                allocated = i == Rounds ? -GC.GetAllocatedBytesForCurrentThread() : allocated;
                await socket.SendAsync(buffer.AsMemory());
                await socket.ReceiveAsync(buffer.AsMemory());
            }

            allocated += GC.GetAllocatedBytesForCurrentThread();
            await socket.SendAsync(buffer.AsMemory());
        });

        Assert.Equal(RunEnd.Completed, network.Run().End);
        Assert.Equal(0, allocated);
    }

    private static (Host Server, Host Client) Pair(Network network)
    {
        Host server = network.AddHost("server");
        Host client = network.AddHost("client");
        network.Connect(server, client, new LinkOptions { Delay = TimeSpan.FromMilliseconds(1) });
        return (server, client);
    }

    private static long Measure(Action round)
    {
        for (int i = 0; i < Rounds; i++)
        {
            round();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            round();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
