namespace Wavetank.Links.Queues;

/// <summary>First in, first out; what does not fit is dropped at the tail.</summary>
internal sealed class FifoQueue(FifoQueueOptions options, QueueContext context)
    : SingleQueue(context, options.LimitPackets, options.LimitBytes);
