using Wavetank.Links.Queues;
using Wavetank.Scenarios.Units;
using static Wavetank.Scenarios.Kinds.Queues.SharedQueueOptions;

namespace Wavetank.Scenarios.Kinds.Queues;

/// <summary>Random early detection, with the words of tc.</summary>
internal static class RedRow
{
    private static readonly OrderedRange<ByteSize> AnyBytes = new(new ByteSize(1));

    private static readonly Option<ByteSize> Minimum = Option<ByteSize>.WithDefault(
        "min", ValueFormats.Size, new ByteSize(30_000), "The average queue above which packets begin to be dropped.", AnyBytes);

    private static readonly Option<ByteSize> Maximum = Option<ByteSize>.WithDefault(
        "max", ValueFormats.Size, new ByteSize(90_000), "The average queue at which the probability is reached; more than min.", AnyBytes);

    private static readonly Option<ByteSize> Size = Option<ByteSize>.WithDefault(
        "limit", ValueFormats.Size, new ByteSize(400_000), "How much the queue holds; more than max.", AnyBytes);

    private static readonly Option<ByteSize> AveragePacket = Option<ByteSize>.WithDefault(
        "avpkt", ValueFormats.Size, new ByteSize(1000), "An average packet, by which the queue's average is weighed.",
        new OrderedRange<ByteSize>(new ByteSize(1), new ByteSize(65535)));

    private static readonly Option<long> Burst = Option<long>.Optional(
        "burst", ValueFormats.Count, "How many packets may come at once to an empty queue before the average passes min; (2 min + max) / (3 avpkt) when absent.",
        new OrderedRange<long>(1, 1_000_000));

    private static readonly Option<Probability> Chance = Option<Probability>.WithDefault(
        "probability", ValueFormats.Probability, new Probability(0.02m), "The probability at max.");

    private static readonly Option<bool> Gentle = Option<bool>.WithDefault(
        "gentle", ValueFormats.Switch, false, "Whether the probability rises from there to 1 at twice max, instead of at once.");

    private static readonly Option<bool> Adaptive = Option<bool>.WithDefault(
        "adaptive", ValueFormats.Switch, false, "Whether the probability adapts so that the average stays in the middle between min and max.");

    private static readonly Option<bool> Marks = Ecn(false);

    internal static readonly QueueKind Row = new(
        "red",
        "Random early detection: the more waits on average, the more is dropped or marked.",
        Create,
        Minimum, Maximum, Size, AveragePacket, Burst, Chance, Gentle, Adaptive, Marks)
    {
        Check = Check,
    };

    private static RedQueueOptions Create(OptionValues values) => new()
    {
        Minimum = values.Get(Minimum).Bytes,
        Maximum = values.Get(Maximum).Bytes,
        LimitBytes = values.Get(Size).Bytes,
        AveragePacket = (int)values.Get(AveragePacket).Bytes,
        Burst = (int?)values.GivenOrNull(Burst),
        Probability = (double)values.Get(Chance).Value,
        Gentle = values.Get(Gentle),
        Adaptive = values.Get(Adaptive),
        Ecn = values.Get(Marks),
    };

    private static (Option Option, string Problem)? Check(OptionValues values)
    {
        ByteSize minimum = values.Get(Minimum), maximum = values.Get(Maximum), limit = values.Get(Size), packet = values.Get(AveragePacket);
        long least = (minimum.Bytes / packet.Bytes) + 1;
        if (maximum.Bytes <= minimum.Bytes)
            return (Maximum, $"max is {maximum}, but must be more than min, which is {minimum}");
        if (limit.Bytes <= maximum.Bytes)
            return (Size, $"limit is {limit}, but must be more than max, which is {maximum}");
        if (values.Get(Chance).Value == 0)
            return (Chance, "probability must be more than 0; a queue that never drops early is { kind: fifo }");
        return values.GivenOrNull(Burst) is { } burst && burst < least
            ? (Burst, $"burst is {burst}, but must be at least {least}, which is more than min / avpkt")
            : null;
    }
}
