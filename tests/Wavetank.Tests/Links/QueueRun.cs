using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;

namespace Wavetank.Tests.Links;

/// <summary>Packets that come to a link of 8 Mbit/s by chance (a Poisson process), and how long each waits before it is sent.</summary>
internal sealed class QueueRun : SimulationEvent, IPacketObserver, IPacketReceiver, IDisposable
{
    private const double MeanNanoseconds = 1_000_000;
    private const int MeanBytes = 1000;

    private readonly Simulator _simulator;
    private readonly PacketPool _pool = new();
    private readonly Link _link;
    private readonly RandomStream _times;
    private readonly RandomStream _sizes;
    private readonly double _load;
    private readonly bool _exponential;
    private int _left;
    private long _sent;
    private double _waited;

    public QueueRun(ulong seed, double load, bool exponential, QueueOptions queue)
    {
        _simulator = new Simulator(seed);
        _load = load;
        _exponential = exponential;
        _times = _simulator.CreateRandomStream("times");
        _sizes = _simulator.CreateRandomStream("sizes");
        var events = new PacketEvents(_simulator);
        var options = new LinkOptions { Rate = DataRate.Mbps(8), Queue = queue, Mtu = ushort.MaxValue };
        _link = new Link(new LinkContext(_simulator, events), "link", "a", "b", options, options);
        _link.Second.Attach(this);
        events.Subscribe(this);
    }

    public LinkStatistics Statistics => _link.ForwardStatistics;

    public int Offered { get; private set; }

    public double MeanWait => _waited / _sent;

    public long LongestWait { get; private set; }

    public void Play(int packets)
    {
        _left = packets;
        Next();
        _simulator.Run(SimulationTime.MaxValue);
    }

    public void Dispose() => _simulator.Dispose();

    public void OnPacket(in PacketEvent packetEvent)
    {
        if (packetEvent.Kind == PacketEventKind.Sent)
        {
            long wait = packetEvent.Time.Nanoseconds - packetEvent.Packet.Id;
            _sent++;
            _waited += wait;
            LongestWait = Math.Max(LongestWait, wait);
        }
    }

    public void Receive(Packet packet) => packet.Release();

    protected internal override void Fire()
    {
        Packet packet = _pool.Rent();
        packet.Source = Address.Parse("10.0.0.1");
        packet.Destination = Address.Parse("10.0.0.2");
        packet.Protocol = (IpProtocol)253;

        // The link looks at the length alone, so it may be shorter than any header: the law is about all sizes.
        packet.Seal();
        packet.Length = _exponential ? Math.Max(1, (int)Math.Round(_sizes.NextExponential() * MeanBytes)) : MeanBytes;
        packet.Id = _simulator.NowNanoseconds;
        Offered++;
        _link.First.Send(packet);
        Next();
    }

    private void Next()
    {
        if (_left-- > 0)
        {
            _simulator.ScheduleAfter(this, (long)(_times.NextExponential() * MeanNanoseconds / _load));
        }
    }
}
