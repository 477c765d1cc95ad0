using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>One line before which CoDel stands.</summary>
internal sealed class CodelQueue(CodelQueueOptions options, QueueContext context) : SingleQueue(context, options.LimitPackets, options.LimitBytes)
{
    private readonly CodelState _state = new();
    private readonly CodelParameters _parameters = new(context, options.Target, options.Interval, options.Ecn, options.CeThreshold);

    public override Packet? Dequeue() => _state.Dequeue(Line, _parameters);
}
