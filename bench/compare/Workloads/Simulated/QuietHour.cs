using System.Net;
using Wavetank.Compare.Measuring;
using Wavetank.Devices;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>Ten hosts around a router for an hour: each holds a TCP connection to the next and sends it 64 bytes every ten seconds.</summary>
internal sealed class QuietHour(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 7;
    private readonly int _hosts = parameters.Number("hosts", 10);
    private readonly TimeSpan _duration = parameters.Duration("seconds", 3600);
    private long _messages;

    public override void Prepare()
    {
        Router router = Network.AddRouter("router");
        for (int i = 0; i < _hosts; i++)
        {
            Host host = Network.AddHost($"host-{i}");
            string next = $"host-{(i + 1) % _hosts}";
            Network.Connect(host, router, Line(0, 1, 1000));
            host.Run(ReceiveAsync);
            host.Run(() => SendAsync(next), delay: TimeSpan.FromMilliseconds(i));
        }
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        figures.Set("messages", _messages);
    }

    protected override RunResult RunNetwork() => Network.Run(_duration);

    private async Task SendAsync(string next)
    {
        using Socket socket = NewTcpSocket();
        await socket.ConnectAsync(next, Port);
        byte[] message = new byte[64];
        while (true)
        {
            await Network.Delay(TimeSpan.FromSeconds(10));
            await socket.SendAsync(message.AsMemory());
            _messages++;
        }
    }

    private async Task ReceiveAsync()
    {
        using Socket listener = NewTcpSocket();
        listener.Bind(new IPEndPoint(IPAddress.Any, Port));
        listener.Listen();
        using Socket socket = await listener.AcceptAsync();
        byte[] buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer.AsMemory()) is > 0 and int received)
        {
            ApplicationBytes += received;
        }
    }
}
