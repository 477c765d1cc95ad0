using System.Net.Sockets;
using Wavetank.Compare.Measuring;
using Wavetank.Devices;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>A workload on a simulated network, and the figures that all of them give.</summary>
internal abstract class SimulatedWorkload : Workload
{
    private RunResult? _result;

    public Network Network { get; } = new(seed: 1);

    protected long ApplicationBytes { get; set; }

    public override void Run() => _result = RunNetwork();

    public override void Report(Figures figures)
    {
        figures.Set("sim_s", _result!.Time.TotalSeconds);
        figures.Set("events", _result.EventsFired);
        figures.Set("link_packets", Network.Links.Sum(link => link.ForwardStatistics.SentPackets + link.BackwardStatistics.SentPackets));
        figures.Set("link_drops", Network.Links.Sum(link => link.ForwardStatistics.DroppedPackets + link.BackwardStatistics.DroppedPackets));
        figures.Set("app_bytes", ApplicationBytes);
        figures.Set("digest", _result.Digest);
    }

    public override void Dispose() => Network.Dispose();

    protected static Socket NewTcpSocket() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    protected static Socket NewUdpSocket() => new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    /// <summary>A link with plain queues that hold so many packets.</summary>
    protected static LinkOptions Line(double megabits, double delayMilliseconds, int queue, int mtu = 1500) => new()
    {
        Rate = megabits == 0 ? DataRate.Unlimited : DataRate.Mbps(megabits),
        Delay = TimeSpan.FromMilliseconds(delayMilliseconds),
        Queue = QueueOptions.Packets(queue),
        Mtu = mtu,
    };

    protected virtual RunResult RunNetwork() => Network.Run();
}
