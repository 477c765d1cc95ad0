using System.Net;
using Wavetank.Compare.Measuring;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>An M/M/1 queue: UDP packets of exponential size at exponential gaps into one link of 1 Mbit/s at a load of 0.8.</summary>
internal sealed class PoissonQueue(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 9;
    private const int Headers = 28;
    private const double MeanBytes = 1000;
    private const double ServiceSeconds = MeanBytes * 8 / 1e6;
    private const double GapSeconds = ServiceSeconds / 0.8;
    private readonly int _packets = parameters.Scaled("packets", 1_000_000);
    private readonly byte[] _payload = new byte[65_000];
    private Link _link = null!;
    private RandomStream _random = null!;
    private ITimer _timer = null!;
    private Socket _socket = null!;

    public override void Prepare()
    {
        Host source = Network.AddHost("source"), sink = Network.AddHost("sink");
        _link = Network.Connect(source, sink, Line(1, 0, 100_000_000, mtu: 65_535));
        _random = Network.Simulator.CreateRandomStream("bench/source");
        sink.Run(ReceiveAsync);
        source.Run(StartAsync);
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        LinkStatistics statistics = _link.ForwardStatistics;
        double seconds = Network.Now.TotalSeconds;
        double wait = statistics.MeanQueue(Network.Now.Nanoseconds) * seconds / statistics.SentPackets;
        const double Theory = 0.8 / (1 - 0.8) * ServiceSeconds;
        figures.Set("goodput_mbps", ApplicationBytes * 8e-6 / seconds);
        figures.Set("mean_wait_ms", wait * 1e3);
        figures.Set("relative_error", (wait / Theory) - 1);
    }

    protected override RunResult RunNetwork() => Network.Run(TimeSpan.FromSeconds(_packets * GapSeconds));

    private async Task StartAsync()
    {
        _socket = NewUdpSocket();
        await _socket.ConnectAsync("sink", Port);
        _timer = Network.TimeProvider.CreateTimer(static queue => ((PoissonQueue)queue!).Send(), this, NextGap(), Timeout.InfiniteTimeSpan);
    }

    private void Send()
    {
        double wire = Math.Min(_random.NextExponential() * MeanBytes, _payload.Length);
        TimeSpan gap = NextGap();
        _socket.Send(_payload.AsSpan(0, Math.Max(0, (int)Math.Round(wire - Headers))));
        _timer.Change(gap, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan NextGap() => TimeSpan.FromSeconds(_random.NextExponential() * GapSeconds);

    private async Task ReceiveAsync()
    {
        using Socket socket = NewUdpSocket();
        socket.Bind(new IPEndPoint(IPAddress.Any, Port));
        byte[] buffer = new byte[65_536];
        while (true)
        {
            int received = await socket.ReceiveAsync(buffer.AsMemory());
            ApplicationBytes += received;
        }
    }
}
