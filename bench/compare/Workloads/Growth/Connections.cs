using System.Net;
using Wavetank.Compare.Measuring;
using Wavetank.Compare.Workloads.Simulated;
using Wavetank.Devices;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Growth;

/// <summary>
/// Connections between two hosts: what an idle one takes, and what a packet costs when they all echo. However many they are,
/// together they go the same number of rounds.
/// </summary>
internal sealed class Connections(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 5001;
    private const int Size = 64;
    private readonly int _connections = parameters.Number("connections", 100);
    private readonly int _rounds = parameters.Scaled("rounds", 100_000);
    private readonly List<Socket> _clients = [];
    private readonly List<Socket> _servers = [];
    private readonly byte[] _message = new byte[Size];
    private Host _client = null!;
    private Host _server = null!;
    private double _idleBytes;

    public override void Prepare()
    {
        _client = Network.AddHost("client");
        _server = Network.AddHost("server");
        Network.Connect(_client, _server, Line(0, 1, 100_000));
        _server.Run(AcceptAsync);
        _client.Run(ConnectAsync);
        long before = Memory.Live();
        Network.Run(TimeSpan.FromSeconds(60));
        _idleBytes = (Memory.Live() - before) / (2.0 * _connections);
        _server.Run(() => Task.WhenAll(_servers.Select(ServeAsync)));
        _client.Run(() => Task.WhenAll(_clients.Select(AskAsync)));
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        figures.Set("bytes_per_connection_end", _idleBytes);
        figures.Set("rounds", ApplicationBytes / (2 * Size));
    }

    protected override RunResult RunNetwork() => Network.Run(TimeSpan.FromHours(1));

    private async Task ConnectAsync()
    {
        for (int i = 0; i < _connections; i++)
        {
            Socket socket = NewTcpSocket();
            await socket.ConnectAsync("server", Port);
            _clients.Add(socket);
        }
    }

    private async Task AcceptAsync()
    {
        using Socket listener = NewTcpSocket();
        listener.Bind(new IPEndPoint(IPAddress.Any, Port));
        listener.Listen();
        for (int i = 0; i < _connections; i++)
        {
            _servers.Add(await listener.AcceptAsync());
        }
    }

    private async Task AskAsync(Socket socket)
    {
        byte[] answer = new byte[Size];
        for (int i = 0; i < _rounds / _connections; i++)
        {
            await socket.SendAsync(_message.AsMemory());
            for (int have = 0; have < Size;)
            {
                have += await socket.ReceiveAsync(answer.AsMemory(have));
            }

            ApplicationBytes += 2 * Size;
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        byte[] buffer = new byte[Size];
        while (await socket.ReceiveAsync(buffer.AsMemory()) is > 0 and int received)
        {
            await socket.SendAsync(buffer.AsMemory(0, received));
        }
    }
}
