namespace Wavetank.Links.Queues;

/// <summary>
/// Random early detection (Floyd, Jacobson 1993), with the parameters of Linux's <c>tc red</c>: the more bytes wait on average, the
/// more of the packets that come are dropped or marked.
/// </summary>
public sealed record RedQueueOptions : QueueOptions
{
    /// <summary>The average queue in bytes above which packets begin to be dropped. Default 30,000; at least 1.</summary>
    public long Minimum { get; init; } = 30_000;

    /// <summary>The average queue in bytes at which <see cref="Probability"/> is reached. Default 90,000; more than <see cref="Minimum"/>.</summary>
    public long Maximum { get; init; } = 90_000;

    /// <summary>The most bytes that may wait. Default 400,000 (tc-red(8) advises about eight times the maximum of a small queue, and more than maximum and burst); more than <see cref="Maximum"/>.</summary>
    public long LimitBytes { get; init; } = 400_000;

    /// <summary>Bytes of an average packet: with <see cref="Burst"/> it makes the weight of the average, with the link's rate the length of idle time. Default 1000; 1 to 65535.</summary>
    public int AveragePacket { get; init; } = 1000;

    /// <summary>
    /// How many packets may come at once to an empty queue before the average passes the minimum. Default: as tc-red(8) advises,
    /// (2 minimum + maximum) / (3 average packets). It is more than minimum by average packet.
    /// </summary>
    public int? Burst { get; init; }

    /// <summary>The probability at <see cref="Maximum"/>, more than 0 to 1. Default 0.02, as in tc.</summary>
    public double Probability { get; init; } = 0.02;

    /// <summary>
    /// Whether the probability rises on to 1 at twice the maximum (Floyd 2000); otherwise all are dropped, or marked, above the
    /// maximum, which is the default, as in Linux.
    /// </summary>
    public bool Gentle { get; init; }

    /// <summary>Whether packets that can bear a mark are marked instead of dropped. Default: no.</summary>
    public bool Ecn { get; init; }

    /// <summary>
    /// Whether the probability is adapted every 500 ms, so that the average stays in the middle between minimum and maximum (Floyd,
    /// Gummadi, Shenker 2001). Default: no.
    /// </summary>
    public bool Adaptive { get; init; }

    /// <inheritdoc/>
    public override string Kind => "red";

    /// <inheritdoc/>
    public override bool SeesEveryPacket => true;

    internal int BurstPackets => Burst ?? (int)((((2 * Minimum) + Maximum) / (3 * AveragePacket)) + 1);

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new RedQueue(this, context);

    /// <inheritdoc/>
    public override void Validate()
    {
        CheckRange(Minimum, 1, 1L << 40, nameof(Minimum));
        CheckRange(AveragePacket, 1, 65535, nameof(AveragePacket));
        if (Maximum <= Minimum || LimitBytes <= Maximum)
        {
            throw new ArgumentOutOfRangeException(
                Maximum <= Minimum ? nameof(Maximum) : nameof(LimitBytes), "RED needs Minimum < Maximum < LimitBytes.");
        }

        if (Probability is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Probability), Probability, "Probability is more than 0, and at most 1 (2 % is 0.02).");
        }

        if ((long)BurstPackets * AveragePacket <= Minimum || BurstPackets > 1_000_000)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Burst), Burst, $"RED needs a Burst of more than Minimum / AveragePacket, which is {Minimum / AveragePacket}, and at most 1000000.");
        }
    }
}
