using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

/// <summary>One direction of a link with a queue, packets made to measure that come to it, and what left, when.</summary>
internal sealed class QueueBench : IPacketObserver, IPacketReceiver, IDisposable
{
    private readonly PacketPool _pool = new();
    private readonly Link _link;
    private readonly LinkOptions _options;
    private long _nextId = 1;

    public QueueBench(QueueOptions queue, ulong seed = 1, DataRate? rate = null)
    {
        Simulator = new Simulator(seed);
        Simulator.Invariants = new InvariantMonitor(Simulator);
        Events = new PacketEvents(Simulator);
        _options = new LinkOptions { Rate = rate ?? DataRate.Mbps(8), Queue = queue };
        _link = new Link(new LinkContext(Simulator, Events), "link", "a", "b", _options, _options);
        _link.Second.Attach(this);
        Events.Subscribe(this);
    }

    public Simulator Simulator { get; }

    public PacketEvents Events { get; }

    public Link Link => _link;

    public LinkStatistics Statistics => _link.ForwardStatistics;

    public LinkDirection Direction => _link.First.Outgoing;

    public int PacketsInUse => _pool.Rented;

    public long Now => Simulator.NowNanoseconds;

    public int Offered { get; private set; }

    /// <summary>What was sent: flow, number, length, when, whether it bears a mark.</summary>
    public List<Departure> Sent { get; } = [];

    public List<(long Time, long Id, DropReason Reason)> Dropped { get; } = [];

    public bool Records { get; set; } = true;

    /// <summary>A packet of a flow comes to the link now.</summary>
    public void Offer(int bytes = 1000, int flow = 1, byte trafficClass = 0)
    {
        Packet packet = _pool.Rent();
        packet.Source = Address.IPv4Loopback;
        packet.Destination = Address.IPv4Loopback;
        packet.Protocol = IpProtocol.Udp;
        packet.Udp.SourcePort = (ushort)flow;
        packet.Udp.DestinationPort = 9;
        packet.TrafficClass = trafficClass;
        packet.Seal();
        packet.Length = bytes;
        packet.Id = _nextId++;
        Offered++;
        _link.First.Send(packet);
    }

    /// <summary>Lets packets of a flow come at a steady rate, from a time on.</summary>
    public void OfferEvery(long gap, int count, int bytes = 1000, int flow = 1, byte trafficClass = 0, long from = 0) =>
        Simulator.ScheduleAt(new Source(this, gap, count, () => Offer(bytes, flow, trafficClass)), from);

    /// <summary>Lets something happen at a time.</summary>
    public void At(long nanoseconds, Action action) => Simulator.ScheduleAt(new Source(this, 0, 1, action), nanoseconds);

    /// <summary>Runs to the end, or to a time, and checks what must hold of every link, Little's law among it.</summary>
    public void Run(long? until = null)
    {
        Simulator.Run(until is { } time ? new SimulationTime(time) : SimulationTime.MaxValue);
        _link.CheckInvariants(Now);
        Assert.Null(Simulator.Invariants!.Broken);
    }

    /// <summary>Puts another queue before the link.</summary>
    public void Replace(QueueOptions queue) => _link.Change(_options with { Queue = queue });

    public void Dispose() => Simulator.Dispose();

    public void OnPacket(in PacketEvent packetEvent)
    {
        if (!Records)
        {
            return;
        }

        Packet packet = packetEvent.Packet;
        long time = packetEvent.Time.Nanoseconds;
        if (packetEvent.Kind == PacketEventKind.Sent)
        {
            Sent.Add(new Departure(packet.Udp.SourcePort, packet.Id, packet.Length, time, (packet.TrafficClass & 3) == 3));
        }
        else if (packetEvent.Kind == PacketEventKind.Dropped)
        {
            Dropped.Add((time, packet.Id, packetEvent.Reason));
        }
    }

    public void Receive(Packet packet) => packet.Release();

    internal readonly record struct Departure(int Flow, long Id, int Bytes, long Time, bool IsMarked);

    private sealed class Source(QueueBench bench, long gap, int count, Action action) : SimulationEvent
    {
        private int _left = count;

        protected internal override void Fire()
        {
            action();
            if (--_left > 0)
            {
                bench.Simulator.ScheduleAfter(this, gap);
            }
        }
    }
}
