using Wavetank.Links.Queues;

namespace Wavetank.Links;

/// <summary>The conditions of one direction of a link, in the words of Linux netem.</summary>
public sealed record LinkOptions
{
    /// <summary>One-way propagation delay. Default zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// The delay varies evenly by up to this much both ways, but never below zero. Default zero. Packets keep their order: one that
    /// would overtake arrives right behind its predecessor (netem lets it overtake; here reordering is asked for by <see cref="Reorder"/>).
    /// </summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>The probability that a packet is lost, 0 to 1, each independently. Default 0.</summary>
    public double Loss { get; init; }

    /// <summary>
    /// Every so many-th packet of a direction is lost, exactly; 0, the default, means none. Instead of <see cref="Loss"/>, for
    /// experiments that a closed form describes.
    /// </summary>
    public int LossPeriod { get; init; }

    /// <summary>The probability that a packet arrives twice, 0 to 1. Default 0.</summary>
    public double Duplicate { get; init; }

    /// <summary>The probability that a packet skips the delay, and so overtakes those before it, 0 to 1. Default 0.</summary>
    public double Reorder { get; init; }

    /// <summary>
    /// The probability that one bit of a packet, from the IP header on, is turned over on its way, 0 to 1. Default 0. As in netem, what
    /// checks nothing lets the packet pass; its receiver drops it where a checksum or a length is wrong.
    /// </summary>
    public double Corrupt { get; init; }

    /// <summary>Bits per second, counted from the IP header on. Default unlimited.</summary>
    public DataRate Rate { get; init; }

    /// <summary>The largest packet, in bytes from the IP header on. Default 1500, as Ethernet has it; at least 68 (RFC 791 §3.2).</summary>
    public int Mtu { get; init; } = 1500;

    /// <summary>The queue of packets that wait while the link is busy. Default: 1000 packets, first in, first out.</summary>
    public QueueOptions Queue { get; init; } = new FifoQueueOptions();

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public void Validate()
    {
        if (Delay < TimeSpan.Zero || Jitter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(Delay < TimeSpan.Zero ? nameof(Delay) : nameof(Jitter), "A delay and its jitter are zero or more.");
        }

        ValidateProbability(Loss, nameof(Loss));
        ArgumentOutOfRangeException.ThrowIfNegative(LossPeriod);
        if (Loss > 0 && LossPeriod > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(LossPeriod), LossPeriod, "A direction loses by Loss or by LossPeriod; give one of them.");
        }

        ValidateProbability(Duplicate, nameof(Duplicate));
        ValidateProbability(Reorder, nameof(Reorder));
        ValidateProbability(Corrupt, nameof(Corrupt));
        if (Mtu is < 68 or > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(Mtu), Mtu, "An MTU is 68 to 65535 bytes.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Rate.BitsPerSecond, nameof(Rate));
        ArgumentNullException.ThrowIfNull(Queue);
        Queue.Validate();
    }

    private static void ValidateProbability(double value, string name)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is a probability from 0 to 1 (1 % is 0.01).");
        }
    }
}
