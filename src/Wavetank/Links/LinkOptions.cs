using Wavetank.Links.Delay;
using Wavetank.Links.Impairments;
using Wavetank.Links.Loss;
using Wavetank.Links.Queues;
using Wavetank.Links.Rules;
using Wavetank.Links.Schedules;

namespace Wavetank.Links;

/// <summary>The conditions of one direction of a link, in the words of Linux netem.</summary>
public sealed partial record LinkOptions
{
    /// <summary>One-way propagation delay. Default zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// The delay varies evenly by up to this much both ways, but never below zero. Default zero. Packets keep their order: one that
    /// would overtake arrives right behind its predecessor, unless <see cref="KeepOrder"/> is off.
    /// </summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>A delay of another kind, instead of <see cref="Delay"/> and <see cref="Jitter"/>. Default none.</summary>
    public DelayOptions? DelayModel { get; init; }

    /// <summary>
    /// Whether packets keep their order where the delay varies or is made shorter; off, a packet with a short delay overtakes one with a long
    /// delay, as in netem. Default true. <see cref="Reorder"/> asks for reordering either way.
    /// </summary>
    public bool KeepOrder { get; init; } = true;

    /// <summary>The probability that a packet is lost, 0 to 1, each independently. Default 0.</summary>
    public double Loss { get; init; }

    /// <summary>
    /// Every so many-th packet of a direction is lost, exactly; 0, the default, means none. Instead of <see cref="Loss"/>, for
    /// experiments that a closed form describes.
    /// </summary>
    public int LossPeriod { get; init; }

    /// <summary>A loss of another kind, instead of <see cref="Loss"/> and <see cref="LossPeriod"/>. Default none.</summary>
    public LossOptions? LossModel { get; init; }

    /// <summary>
    /// Whether a packet that would be lost, and can bear a mark (RFC 3168: it is ECT), is marked instead: netem's <c>ecn</c>. Default no.
    /// </summary>
    public bool LossEcn { get; init; }

    /// <summary>The probability that a packet arrives twice, 0 to 1. Default 0.</summary>
    public double Duplicate { get; init; }

    /// <summary>How much of each random number for duplicates comes from the last one, 0 to 1, as netem has it. Default 0.</summary>
    public double DuplicateCorrelation { get; init; }

    /// <summary>The probability that a packet skips the delay (and <see cref="Slots"/>), and so overtakes those before it, 0 to 1. Default 0.</summary>
    public double Reorder { get; init; }

    /// <summary>How much of each random number for reordering comes from the last one, 0 to 1, as netem has it. Default 0.</summary>
    public double ReorderCorrelation { get; init; }

    /// <summary>
    /// So many packets go by between two that are reordered, less one, as netem has it: with 5 and a <see cref="Reorder"/> of 1 it is every fifth. 1 or more; default 1.
    /// </summary>
    public int ReorderGap { get; init; } = 1;

    /// <summary>
    /// The probability that one bit of a packet, from the IP header on, is turned over on its way, 0 to 1. Default 0. As in netem, what
    /// checks nothing lets the packet pass; its receiver drops it where a checksum or a length is wrong.
    /// </summary>
    public double Corrupt { get; init; }

    /// <summary>How much of each random number for corruption comes from the last one, 0 to 1, as netem has it. Default 0.</summary>
    public double CorruptCorrelation { get; init; }

    /// <summary>Bits per second, counted from the IP header on, or as <see cref="Framing"/> counts. Default unlimited.</summary>
    public DataRate Rate { get; init; }

    /// <summary>What a packet takes on the wire beside its own bytes, in overhead and cells. Default none.</summary>
    public LinkFraming? Framing { get; init; }

    /// <summary>When the link can send, instead of <see cref="Rate"/>. Default none.</summary>
    public DeliveryTrace? DeliveryTrace { get; init; }

    /// <summary>Rate, delay and loss that change with time. Default none.</summary>
    public ScheduleOptions? Schedule { get; init; }

    /// <summary>Slots in which what was delayed arrives in bursts. Default none.</summary>
    public SlotOptions? Slots { get; init; }

    /// <summary>What is done to packets that match. Default nothing.</summary>
    public IReadOnlyList<LinkRule> Rules { get; init; } = [];

    /// <summary>
    /// The most packets that may be inside of this direction, netem's <c>limit</c>: those that wait, the one being sent and those under way together. What
    /// comes then is dropped as if a queue were full. 1 or more; null, the default, for no limit but the queue's.
    /// </summary>
    public int? Limit { get; init; }

    /// <summary>The largest packet, in bytes from the IP header on. Default 1500, as Ethernet has it; at least 68 (RFC 791 §3.2).</summary>
    public int Mtu { get; init; } = 1500;

    /// <summary>The queue of packets that wait while the link is busy. Default: 1000 packets, first in, first out.</summary>
    public QueueOptions Queue { get; init; } = new FifoQueueOptions();
}
