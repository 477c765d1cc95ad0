using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;

namespace Wavetank.Tests.Links;

/// <summary>One link alone, with all checks on: packets put in at chosen times, and when each comes out at the far end.</summary>
internal sealed class LinkRig : IPacketReceiver, IDisposable
{
    private readonly PacketPool _pool = new();
    private long _next;

    public LinkRig(LinkOptions options, ulong seed = 1)
    {
        Simulator = new Simulator(seed);
        Simulator.Invariants = new InvariantMonitor(Simulator);
        Events = new PacketEvents(Simulator);
        Link = new Link(new LinkContext(Simulator, Events), "link", "a", "b", options, new LinkOptions());
        Link.Second.Attach(this);
    }

    public Simulator Simulator { get; }

    public PacketEvents Events { get; }

    public Link Link { get; }

    public LinkStatistics Statistics => Link.ForwardStatistics;

    /// <summary>The number of each packet that came out, from 1 in the order of sending, and when, in nanoseconds.</summary>
    public List<(long Number, long Time)> Arrived { get; } = [];

    public IEnumerable<long> Numbers => Arrived.Select(arrival => arrival.Number);

    /// <summary>Looks at a packet that came out.</summary>
    public Action<Packet>? Seen { get; set; }

    public int PacketsInUse => _pool.Rented;

    public static long Ms(double milliseconds) => (long)(milliseconds * 1_000_000);

    /// <summary>Sends a packet at a time, in milliseconds.</summary>
    public void SendAt(double milliseconds, int length = 1500, Action<Packet>? shape = null) =>
        At(milliseconds, () => Link.First.Send(Make(length, shape)));

    /// <summary>Sends so many packets, one each so many milliseconds, from time 0 on.</summary>
    public void SendMany(int count, double every, int length = 1500)
    {
        for (int i = 0; i < count; i++)
        {
            SendAt(i * every, length);
        }
    }

    public void At(double milliseconds, Action action) => Simulator.Schedule(new Step(action), new SimulationTime(Ms(milliseconds)));

    public void Run()
    {
        Simulator.Run(SimulationTime.MaxValue);
        Link.CheckInvariants(Simulator.NowNanoseconds);
        Assert.Null(Simulator.Invariants!.Broken);
        Assert.Equal(0, PacketsInUse);
    }

    public void Receive(Packet packet)
    {
        Arrived.Add((packet.Id, Simulator.NowNanoseconds));
        Seen?.Invoke(packet);
        packet.Release();
    }

    public void Dispose() => Simulator.Dispose();

    private Packet Make(int length, Action<Packet>? shape)
    {
        Packet packet = _pool.Rent();
        packet.Source = Address.Parse("10.0.0.1");
        packet.Destination = Address.Parse("10.0.0.2");
        packet.Protocol = IpProtocol.Udp;
        packet.TimeToLive = 64;
        packet.Udp.SourcePort = 1000;
        packet.Udp.DestinationPort = 2000;
        shape?.Invoke(packet);
        if (packet.PayloadLength == 0)
        {
            int header = Packet.IPv4HeaderLength + packet.TransportHeaderLength;
            packet.CarryCopy(new byte[length - header]);
        }

        packet.Seal();
        packet.Id = ++_next;
        return packet;
    }

    private sealed class Step(Action action) : SimulationEvent
    {
        protected internal override void Fire() => action();
    }
}
