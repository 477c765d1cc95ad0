using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>One line that waits for tokens of one bucket, or of two.</summary>
internal sealed class ShaperQueue(ShaperQueueOptions options, QueueContext context)
    : SingleQueue(context, options.LimitPackets, options.EffectiveLimitBytes)
{
    private readonly TokenBucket _bucket = new(options.Rate, options.Burst);
    private readonly TokenBucket? _peak = options.PeakRate.IsUnlimited ? null : new TokenBucket(options.PeakRate, options.PeakBurst);

    public override void Enqueue(Packet packet)
    {
        if (packet.Length > _bucket.Burst || packet.Length > _peak?.Burst)
        {
            // It would wait for ever. Linux cuts it where it is a large segment, and drops it otherwise.
            Context.Drop(packet, DropReason.Policed);
            return;
        }

        base.Enqueue(packet);
    }

    public override Packet? Dequeue()
    {
        while (Line.First is { } first)
        {
            if (first.Length > _bucket.Burst || first.Length > _peak?.Burst)
            {
                // Taken over from a queue that had another burst.
                Context.Drop(Line.RemoveFirst()!, DropReason.Policed);
                continue;
            }

            long now = Now;
            long wait = Math.Max(_bucket.Wait(first.Length, now), _peak?.Wait(first.Length, now) ?? 0);
            if (wait > 0)
            {
                Context.AskAgainAt(new Engine.SimulationTime(now + wait));
                return null;
            }

            _bucket.TryTake(first.Length, now);
            _peak?.TryTake(first.Length, now);
            return Line.RemoveFirst();
        }

        return null;
    }
}
