using System.Net;
using Wavetank.Compare.Workloads.Simulated;
using Wavetank.Devices;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Growth;

/// <summary>Hosts in a star around a router, each sending UDP to the next: however many they are, together they send the same number.</summary>
internal sealed class BusyHosts(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 9;
    private readonly int _hosts = parameters.Number("hosts", 1000);
    private readonly int _packets = parameters.Scaled("packets", 1_000_000);
    private readonly byte[] _payload = new byte[512];

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

        // All hosts together send a packet each 10 us, whatever their number.
        TimeSpan period = TimeSpan.FromMicroseconds(10 * _hosts);
        for (int i = 0; i < _hosts; i++)
        {
            IPAddress target = hosts[(i + 1) % _hosts].Address;
            hosts[i].Run(ReceiveAsync);
            hosts[i].Run(() => SendAsync(target, period), delay: TimeSpan.FromMicroseconds(10 * i));
        }

        // The sockets are opened, and the routes planned, before the clock runs.
        Network.Run(TimeSpan.Zero);
    }

    protected override RunResult RunNetwork() => Network.Run(TimeSpan.FromMicroseconds(10.0 * _packets));

    private async Task SendAsync(IPAddress target, TimeSpan period)
    {
        using Socket socket = NewUdpSocket();
        await socket.ConnectAsync(target, Port);
        using var timer = new PeriodicTimer(period > TimeSpan.FromMilliseconds(1) ? period : TimeSpan.FromMilliseconds(1), Network.TimeProvider);
        int burst = (int)Math.Max(1, TimeSpan.FromMilliseconds(1) / period);
        do
        {
            for (int i = 0; i < burst; i++)
            {
                socket.Send(_payload);
            }
        }
        while (await timer.WaitForNextTickAsync());
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
