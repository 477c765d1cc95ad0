using System.Net;
using Wavetank.Compare.Measuring;
using Wavetank.Compare.Workloads.Simulated;
using Wavetank.Devices;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Growth;

/// <summary>Hosts in a star around a router, each sending UDP to the next every millisecond: however many they are, together they send the same number.</summary>
internal sealed class BusyHosts(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 9;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(1);
    private readonly int _hosts = parameters.Number("hosts", 1000);
    private readonly int _packets = parameters.Scaled("packets", 3_000_000);
    private readonly byte[] _payload = new byte[512];
    private long _packetsBefore;

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

        for (int i = 0; i < _hosts; i++)
        {
            IPAddress target = hosts[(i + 1) % _hosts].Address;
            hosts[i].Run(ReceiveAsync);
            hosts[i].Run(() => SendAsync(target), delay: Period * i / _hosts);
        }

        // Sockets are opened, routes planned and buffers made before the clock runs.
        Network.Run(Period * 5);
        _packetsBefore = Network.Links.Sum(link => link.ForwardStatistics.SentPackets + link.BackwardStatistics.SentPackets);
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);

        // Those of the set-up are not measured.
        figures.Set("link_packets", figures["link_packets"] - _packetsBefore);
    }

    protected override RunResult RunNetwork() => Network.Run(Period * _packets / _hosts);

    private async Task SendAsync(IPAddress target)
    {
        using Socket socket = NewUdpSocket();
        await socket.ConnectAsync(target, Port);
        while (true)
        {
            socket.Send(_payload);
            await Network.Delay(Period);
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
