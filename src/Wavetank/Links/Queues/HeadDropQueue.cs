using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>First in, first out; what does not fit takes the place of what waited longest.</summary>
internal sealed class HeadDropQueue(HeadDropQueueOptions options, QueueContext context)
    : SingleQueue(context, options.LimitPackets, options.LimitBytes)
{
    public override void Enqueue(Packet packet)
    {
        while (MayEverFit(packet) && !Fits(packet))
        {
            Context.Drop(Line.RemoveFirst()!, DropReason.QueueFull);
        }

        base.Enqueue(packet);
    }
}
