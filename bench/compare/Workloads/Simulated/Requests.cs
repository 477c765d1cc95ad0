using System.Net;
using Wavetank.Compare.Measuring;
using Wavetank.Devices;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>Many clients in a star around a router, each with one connection to one server: 1 KB asked, 10 KB answered, a second of thought.</summary>
internal sealed class Requests(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 80;
    private const int RequestSize = 1000;
    private const int AnswerSize = 10_000;
    private readonly int _clients = parameters.Number("hosts", 1000);
    private readonly TimeSpan _duration = parameters.Duration("seconds", 60);
    private readonly List<double> _latencies = [];

    public override void Prepare()
    {
        Router router = Network.AddRouter("router");
        Host server = Network.AddHost("server");
        Network.Connect(server, router, Line(10_000, 1, 100_000));
        server.Run(ServeAsync);
        for (int i = 0; i < _clients; i++)
        {
            Host client = Network.AddHost($"client-{i}");
            Network.Connect(client, router, Line(1000, 1, 100_000));
            RandomStream think = Network.Simulator.CreateRandomStream($"bench/think/{i}");
            client.Run(() => AskAsync(think));
        }
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        _latencies.Sort();
        figures.Set("requests", _latencies.Count);
        figures.Set("goodput_mbps", (double)_latencies.Count * AnswerSize * 8e-6 / _duration.TotalSeconds);
        figures.Set("mean_latency_ms", _latencies.Average());
        figures.Set("p99_latency_ms", _latencies[_latencies.Count * 99 / 100]);
    }

    protected override RunResult RunNetwork() => Network.Run(_duration);

    private static async Task ServeAsync()
    {
        using Socket listener = NewTcpSocket();
        listener.Bind(new IPEndPoint(IPAddress.Any, Port));
        listener.Listen();
        while (true)
        {
            _ = AnswerAsync(await listener.AcceptAsync());
        }
    }

    private static async Task AnswerAsync(Socket connection)
    {
        using Socket socket = connection;
        byte[] request = new byte[RequestSize], answer = new byte[AnswerSize];
        while (await ReceiveAllAsync(socket, request))
        {
            await socket.SendAsync(answer.AsMemory());
        }
    }

    private static async ValueTask<bool> ReceiveAllAsync(Socket socket, byte[] buffer)
    {
        for (int have = 0; have < buffer.Length;)
        {
            int received = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (received == 0)
            {
                return false;
            }

            have += received;
        }

        return true;
    }

    private async Task AskAsync(RandomStream think)
    {
        using Socket socket = NewTcpSocket();
        await socket.ConnectAsync("server", Port);
        byte[] request = new byte[RequestSize], answer = new byte[AnswerSize];
        while (true)
        {
            await Network.Delay(TimeSpan.FromSeconds(think.NextExponential()));
            double asked = Network.Now.TotalSeconds;
            await socket.SendAsync(request.AsMemory());
            await ReceiveAllAsync(socket, answer);
            _latencies.Add((Network.Now.TotalSeconds - asked) * 1e3);
            ApplicationBytes += RequestSize + AnswerSize;
        }
    }
}
