using System.Net;
using Wavetank.Compare.Measuring;
using Wavetank.Devices;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>Hosts in a star around a router, each sending UDP at a constant rate to a random other.</summary>
internal sealed class Star(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 9;
    private readonly int _hosts = parameters.Number("hosts", 100);
    private readonly int _size = parameters.Number("size", 512);
    private readonly int _packetsPerSecond = parameters.Number("pps", 1000);
    private readonly TimeSpan _duration = parameters.Duration("seconds", 10);

    public override void Prepare()
    {
        Router router = Network.AddRouter("router");
        var hosts = new List<Host>();
        for (int i = 0; i < _hosts; i++)
        {
            Host host = Network.AddHost($"host-{i}");
            Network.Connect(host, router, Line(100, 1, 1000));
            hosts.Add(host);
        }

        RandomStream random = Network.Simulator.CreateRandomStream("bench/star");
        TimeSpan period = TimeSpan.FromSeconds(1.0 / _packetsPerSecond);
        for (int i = 0; i < _hosts; i++)
        {
            Host target = hosts[(i + 1 + (int)random.NextInt64(_hosts - 1)) % _hosts];
            hosts[i].Run(ReceiveAsync);
            hosts[i].Run(() => SendAsync(target.Address, period), delay: period * random.NextDouble());
        }
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        figures.Set("goodput_mbps", ApplicationBytes * 8e-6 / _duration.TotalSeconds);
    }

    protected override RunResult RunNetwork() => Network.Run(_duration);

    private async Task SendAsync(IPAddress target, TimeSpan period)
    {
        using Socket socket = NewUdpSocket();
        await socket.ConnectAsync(target, Port);
        byte[] payload = new byte[_size];
        while (true)
        {
            socket.Send(payload);
            await Network.Delay(period);
        }
    }

    private async Task ReceiveAsync()
    {
        using Socket socket = NewUdpSocket();
        socket.Bind(new IPEndPoint(IPAddress.Any, Port));
        byte[] buffer = new byte[2048];
        while (true)
        {
            int received = await socket.ReceiveAsync(buffer.AsMemory());
            ApplicationBytes += received;
        }
    }
}
