using Wavetank.Links.Queues;

namespace Wavetank.Links;

/// <summary>The queue before one direction of a link: one record for each kind, such as <see cref="FifoQueueOptions"/>.</summary>
public abstract record QueueOptions
{
    /// <summary>What kind of queue it is, as a scenario names it: <c>fifo</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// Whether every packet passes through the queue. Otherwise a link that is free, before which nothing waits, sends a packet
    /// at once, and the queue does not see it. Default: no.
    /// </summary>
    public virtual bool SeesEveryPacket => false;

    /// <summary>Makes the queue; called once for each direction of a link, when a packet first needs it.</summary>
    public abstract PacketQueue Create(QueueContext context);

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public virtual void Validate()
    {
    }

    /// <summary>A first-in-first-out queue for so many packets.</summary>
    public static FifoQueueOptions Packets(int limit) => new() { LimitPackets = limit };

    /// <summary>A first-in-first-out queue for so many bytes.</summary>
    public static FifoQueueOptions Bytes(long limit) => new() { LimitPackets = null, LimitBytes = limit };

    /// <summary>A queue of one's own, for which no record need be written.</summary>
    /// <param name="kind">Its name.</param>
    /// <param name="create">Makes the queue.</param>
    /// <param name="seesEveryPacket">Whether it must see packets that need not wait, too: averages, tokens and flows do.</param>
    public static QueueOptions Custom(string kind, Func<QueueContext, PacketQueue> create, bool seesEveryPacket = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(create);
        return new CustomQueueOptions(kind, create, seesEveryPacket);
    }

    private protected static void CheckLimits(int? packets, long? bytes)
    {
        if (packets is < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(packets), packets, "A queue holds 0 packets or more; null is no limit.");
        }

        if (bytes is < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "A queue holds 0 bytes or more; null is no limit.");
        }
    }

    private protected static void CheckRange(long value, long least, long most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, most is int.MaxValue or long.MaxValue ? $"{name} is {least} or more." : $"{name} is {least} to {most}.");
        }
    }

    private protected static void CheckBucket(DataRate rate, long burst)
    {
        if (rate.IsUnlimited)
        {
            throw new ArgumentOutOfRangeException(nameof(rate), "A token bucket needs a rate, such as DataRate.Mbps(10).");
        }

        CheckRange(burst, 1, TokenBucket.LargestBurst, nameof(burst));
    }

    private protected static void CheckPositive(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is more than zero.");
        }
    }
}
