using System.Net;
using System.Net.Sockets;
using BenchmarkDotNet.Attributes;
using Wavetank.Devices;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Benchmarks;

/// <summary>A round trip of 64 bytes from socket to socket: everything that a small message pays.</summary>
[MemoryDiagnoser]
public class EchoBenchmarks : IDisposable
{
    private const int Rounds = 1000;
    private const int Size = 64;

    // A round trip: a millisecond each way.
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(2);
    private Network _network = null!;

    [GlobalSetup(Target = nameof(Tcp))]
    public void SetUpTcp()
    {
        (Host server, Host client) = SetUp();
        server.Run(async () =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 7));
            listener.Listen();
            using Socket socket = await listener.AcceptAsync();
            await AnswerAsync(socket);
        });
        client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("server", 7);
            await AskAsync(socket);
        });
        Tcp();
    }

    [GlobalSetup(Target = nameof(Udp))]
    public void SetUpUdp()
    {
        (Host server, Host client) = SetUp();
        server.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(new IPEndPoint(IPAddress.Any, 7));
            await socket.ConnectAsync("client", 8);
            await AnswerAsync(socket);
        });
        client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(new IPEndPoint(IPAddress.Any, 8));
            await socket.ConnectAsync("server", 7);
            await AskAsync(socket);
        });
        Udp();
    }

    [GlobalCleanup]
    public void Dispose() => _network.Dispose();

    [Benchmark(Description = "echo over TCP", OperationsPerInvoke = Rounds)]
    public void Tcp() => _network.Run(Round * Rounds);

    [Benchmark(Description = "echo over UDP", OperationsPerInvoke = Rounds)]
    public void Udp() => _network.Run(Round * Rounds);

    private (Host Server, Host Client) SetUp()
    {
        _network = new Network();
        Host server = _network.AddHost("server"), client = _network.AddHost("client");
        _network.Connect(server, client, new LinkOptions { Delay = Round / 2 });
        return (server, client);
    }

    private static async Task AskAsync(Socket socket)
    {
        byte[] message = new byte[Size];
        while (true)
        {
            await socket.SendAsync(message.AsMemory());
            await socket.ReceiveAsync(message.AsMemory());
        }
    }

    private static async Task AnswerAsync(Socket socket)
    {
        byte[] message = new byte[Size];
        while (await socket.ReceiveAsync(message.AsMemory()) is > 0 and int received)
        {
            await socket.SendAsync(message.AsMemory(0, received));
        }
    }
}
