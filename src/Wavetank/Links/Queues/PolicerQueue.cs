using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>One line, to which only packets come for which there are tokens.</summary>
internal sealed class PolicerQueue(PolicerQueueOptions options, QueueContext context)
    : SingleQueue(context, options.LimitPackets, options.LimitBytes)
{
    private readonly TokenBucket _bucket = new(options.Rate, options.Burst);

    public override void Enqueue(Packet packet)
    {
        if (_bucket.TryTake(packet.Length, Now))
        {
            base.Enqueue(packet);
        }
        else
        {
            Context.Drop(packet, DropReason.Policed);
        }
    }
}
