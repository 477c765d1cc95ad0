using Wavetank.Engine;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>A direction of a link, as its queue sees it. It lives as long as the direction, and so do its dice.</summary>
internal sealed class LinkQueueContext(LinkContext link, LinkDirection direction) : QueueContext
{
    private RandomStream? _random;
    private ulong? _salt;

    public override SimulationTime Now => link.Simulator.Now;

    public override DataRate Rate => direction.Options.Rate;

    public override RandomStream Random => _random ??= link.Simulator.CreateRandomStream($"{direction.Path}/queue");

    public override ulong HashSalt => _salt ??= link.Simulator.CreateRandomStream($"{direction.Path}/queue/flows").NextUInt64();

    /// <summary>When the queue wants to be asked again; 0 where it did not say.</summary>
    public long AskAgain { get; set; }

    public override void Drop(Packet packet, DropReason reason) => direction.DropFromQueue(packet, reason);

    public override bool TryMark(Packet packet) => direction.TryMark(packet);

    public override TimeSpan WaitOf(Packet packet) => TimeSpan.FromTicks(WaitNanoseconds(packet) / TimeSpan.NanosecondsPerTick);

    public override void AskAgainAt(SimulationTime time) => AskAgain = time.Nanoseconds;

    internal override long WaitNanoseconds(Packet packet) => link.Simulator.NowNanoseconds - packet.QueuedAt;
}
