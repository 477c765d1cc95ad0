using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Observing;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>A host with TCP and nothing below it: what TCP sends goes to <see cref="OnSend"/>.</summary>
internal sealed class TestHost : TcpHost
{
    private readonly TestClock _clock;
    private readonly RandomStream _random;
    private long _nextId = 1;

    public TestHost(TestClock clock, PacketPool pool, string address, ulong seed = 1)
    {
        _clock = clock;
        Pool = pool;
        Address = Address.Parse(address);
        _random = new RandomStream(seed, address);
        Ports = new PortTable(new RandomStream(seed, address + "/ports"));
        Tcp = new TcpLayer(this) { Invariants = new TcpInvariants() };
    }

    public Address Address { get; }

    public TcpLayer Tcp { get; }

    public int Mtu { get; set; } = 1500;

    /// <summary>Takes what TCP sends, and its ownership.</summary>
    public Action<Packet> OnSend { get; set; } = packet => packet.Release();

    public List<DropReason> Drops { get; } = [];

    public long DeliveredPackets { get; private set; }

    public override long Now => _clock.Now;

    public override PacketPool Pool { get; }

    public override PortTable Ports { get; }

    public override void Send(Packet packet)
    {
        packet.TimeToLive = packet.TimeToLive == 0 ? (byte)64 : packet.TimeToLive;
        packet.Id = _nextId++;
        packet.Seal();
        OnSend(packet);
    }

    public override bool TrySelectSource(Address destination, out Address source, out int mtu)
    {
        source = Address;
        mtu = Mtu;
        return true;
    }

    public override void SetTimer(TcpTimer timer, long at) => _clock.Queue.Schedule(timer, at);

    public override void CancelTimer(TcpTimer timer) => _clock.Queue.Cancel(timer);

    public override ulong NextRandom() => _random.NextUInt64();

    public override void AddToDigest(ReadOnlySpan<byte> bytes)
    {
    }

    public override void Ended(TcpConnection connection)
    {
    }

    public override void Delivered(Packet packet) => DeliveredPackets++;

    public override void Drop(Packet packet, DropReason reason)
    {
        Drops.Add(reason);
        packet.Release();
    }
}
