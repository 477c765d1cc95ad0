using System.Net;
using System.Net.Sockets;
using Wavetank.Compare.Measuring;
using Wavetank.Devices;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>TCP bulk flows side by side: senders, a router, a bottleneck of 100 Mbit/s and 20 ms, a router, receivers.</summary>
internal sealed class Dumbbell(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 5001;
    private readonly int _flows = parameters.Number("flows", 1);
    private readonly TimeSpan _duration = parameters.Duration("seconds", 60);
    private readonly TimeSpan _warmUp = parameters.Duration("warmup", 10);

    // As in the ns-3 program, whose buffers do not tune themselves.
    private readonly int _bufferSize = parameters.Number("buffer", 4 << 20);
    private Link _bottleneck = null!;
    private long _atWarmUp;

    public override void Prepare()
    {
        Router left = Network.AddRouter("left"), right = Network.AddRouter("right");
        _bottleneck = Network.Connect(left, right, Line(100, 20, parameters.Number("queue", 100)));
        for (int i = 0; i < _flows; i++)
        {
            Host sender = Network.AddHost($"sender-{i}"), receiver = Network.AddHost($"receiver-{i}");
            Network.Connect(sender, left, Line(1000, 1, 100_000));
            Network.Connect(right, receiver, Line(1000, 1, 100_000));
            receiver.Run(ReceiveAsync);
            sender.Run(() => SendAsync(receiver.Name));
        }

        Network.At(_warmUp, () => _atWarmUp = ApplicationBytes);
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        figures.Set("goodput_mbps", ApplicationBytes * 8e-6 / _duration.TotalSeconds);
        figures.Set("steady_mbps", (ApplicationBytes - _atWarmUp) * 8e-6 / (_duration - _warmUp).TotalSeconds);
        figures.Set("bottleneck_drops", _bottleneck.ForwardStatistics.DroppedPackets);
        figures.Set("mean_queue", _bottleneck.ForwardStatistics.MeanQueue(Network.Now.Nanoseconds));
        figures.Set("congestion_control", Network.TcpFlows[0].Info.CongestionControl);
    }

    protected override RunResult RunNetwork() => Network.Run(_duration);

    private async Task SendAsync(string receiver)
    {
        using Socket socket = NewTcpSocket();
        socket.SendBufferSize = _bufferSize;
        await socket.ConnectAsync(receiver, Port);
        byte[] bytes = new byte[64 * 1024];
        while (true)
        {
            await socket.SendAsync(bytes.AsMemory());
        }
    }

    private async Task ReceiveAsync()
    {
        using Socket listener = NewTcpSocket();
        listener.ReceiveBufferSize = _bufferSize;
        listener.Bind(new IPEndPoint(IPAddress.Any, Port));
        listener.Listen();
        using Socket socket = await listener.AcceptAsync();
        byte[] buffer = new byte[64 * 1024];
        while (await socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None) is > 0 and int received)
        {
            ApplicationBytes += received;
        }
    }
}
