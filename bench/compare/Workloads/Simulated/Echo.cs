using System.Net;
using Wavetank.Compare.Measuring;
using Wavetank.Devices;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>One TCP connection over 1 Gbit/s and 1 ms: 64 bytes there and back, one after the other.</summary>
internal sealed class Echo(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 5001;
    private readonly int _rounds = parameters.Scaled("rounds", 100_000);
    private readonly int _size = parameters.Number("size", 64);
    private int _completed;

    public override void Prepare()
    {
        Host client = Network.AddHost("client"), server = Network.AddHost("server");
        Network.Connect(client, server, Line(1000, 1, 1000));
        server.Run(ServeAsync);
        client.Run(AskAsync);
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        figures.Set("rounds", _completed);
        figures.Set("mean_latency_ms", Network.Now.TotalSeconds * 1e3 / _completed);
    }

    private async Task AskAsync()
    {
        using Socket socket = NewTcpSocket();
        await socket.ConnectAsync("server", Port);
        byte[] request = new byte[_size], answer = new byte[_size];
        for (; _completed < _rounds; _completed++)
        {
            await socket.SendAsync(request.AsMemory());
            for (int have = 0; have < _size;)
            {
                have += await socket.ReceiveAsync(answer.AsMemory(have));
            }

            ApplicationBytes += 2 * _size;
        }

        Network.Stop();
    }

    private static async Task ServeAsync()
    {
        using Socket listener = NewTcpSocket();
        listener.Bind(new IPEndPoint(IPAddress.Any, Port));
        listener.Listen();
        using Socket socket = await listener.AcceptAsync();
        byte[] buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer.AsMemory()) is > 0 and int received)
        {
            await socket.SendAsync(buffer.AsMemory(0, received));
        }
    }
}
