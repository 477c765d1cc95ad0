using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>PIE before one line of packets: RFC 8033.</summary>
internal sealed class PieQueue(PieQueueOptions options, QueueContext context) : SingleQueue(context, options.LimitPackets, options.LimitBytes)
{
    private const int MeanPacket = 1500;
    private const double LargestMarking = 0.1;

    private readonly PieController _controller = new(options);
    private double _accumulated;

    public override void Enqueue(Packet packet)
    {
        _controller.CatchUp(Now);

        // RFC 8033 §5.1: a mark instead of a drop while the probability is small.
        if (Fits(packet) && IsChosen() && !(options.Ecn && _controller.Probability <= LargestMarking && Context.TryMark(packet)))
        {
            Context.Drop(packet, DropReason.QueueEarly);
            return;
        }

        base.Enqueue(packet);
    }

    public override Packet? Dequeue()
    {
        _controller.CatchUp(Now);
        Packet? packet = base.Dequeue();
        if (packet is not null)
        {
            _controller.OnDeparture(Context.WaitNanoseconds(packet), Count == 0);
        }

        return packet;
    }

    private bool IsChosen()
    {
        double probability = _controller.Probability;
        if (_controller.MayBurst || _controller.IsQuiet || Bytes <= 2 * MeanPacket)
        {
            return false;
        }

        // RFC 8033 §5.4: two drops are neither too near nor too far from each other.
        _accumulated = probability == 0 ? 0 : _accumulated + probability;
        bool isChosen = _accumulated >= 8.5 || (_accumulated >= 0.85 && Context.Random.NextBoolean(probability));
        if (isChosen)
        {
            _accumulated = 0;
        }

        return isChosen;
    }
}
