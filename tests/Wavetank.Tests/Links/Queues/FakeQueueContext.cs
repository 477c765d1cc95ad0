using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

/// <summary>A queue's surroundings without a link: the time is what a test says.</summary>
internal sealed class FakeQueueContext : QueueContext
{
    public long Time { get; set; }

    public Action<Packet>? OnDrop { get; set; }

    public int Marks { get; private set; }

    public long AskAgain { get; private set; }

    public override SimulationTime Now => new(Time);

    public override DataRate Rate => DataRate.Mbps(8);

    public override RandomStream Random { get; } = new(1, "queue");

    public override ulong HashSalt => 42;

    public Packet NewPacket(PacketPool pool, int flow, int bytes)
    {
        Packet packet = pool.Rent();
        packet.Protocol = IpProtocol.Udp;
        packet.Udp.SourcePort = (ushort)flow;
        packet.Length = bytes;
        packet.QueuedAt = Time;
        return packet;
    }

    public override void Drop(Packet packet, DropReason reason)
    {
        OnDrop?.Invoke(packet);
        packet.Release();
    }

    public override bool TryMark(Packet packet)
    {
        bool isMarked = EcnMark.TryApply(packet);
        Marks += isMarked ? 1 : 0;
        return isMarked;
    }

    public override TimeSpan WaitOf(Packet packet) => TimeSpan.FromTicks(WaitNanoseconds(packet) / TimeSpan.NanosecondsPerTick);

    public override void AskAgainAt(SimulationTime time) => AskAgain = time.Nanoseconds;

    internal override long WaitNanoseconds(Packet packet) => Time - packet.QueuedAt;
}
