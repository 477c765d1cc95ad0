using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Scenarios.Units;
using static Wavetank.Scenarios.Kinds.Queues.SharedQueueOptions;

namespace Wavetank.Scenarios.Kinds.Queues;

/// <summary>What limits the rate by a token bucket: by waiting, or by dropping.</summary>
internal static class TokenBucketRows
{
    private static readonly OrderedRange<BitRate> AnyRate = new(new BitRate(1));
    private static readonly OrderedRange<ByteSize> Bucket = new(new ByteSize(1), new ByteSize(1_000_000_000));

    private static readonly Option<BitRate> Rate = Option<BitRate>.Required("rate", ValueFormats.Rate, "How fast tokens come, one for each bit.", AnyRate);

    private static readonly Option<ByteSize> Burst = Option<ByteSize>.WithDefault(
        "burst", ValueFormats.Size, new ByteSize(15_140), "The most bytes that may be saved, and so pass at once; a larger packet is dropped.", Bucket);

    private static readonly Option<BitRate> PeakRate = Option<BitRate>.Optional(
        "peak-rate", ValueFormats.Rate, "A rate that even the burst keeps; more than rate.", AnyRate);

    private static readonly Option<ByteSize> PeakBurst = Option<ByteSize>.WithDefault(
        "peak-burst", ValueFormats.Size, new ByteSize(1514), "With peak-rate: the most bytes that may leave at once.", Bucket);

    private static readonly Option<Duration> Latency = Option<Duration>.Optional(
        "latency", ValueFormats.Duration, "The longest that a packet may have to wait for tokens; the queue holds rate × latency + burst, instead of limit.", AboveZero);

    internal static readonly QueueKind Shaper = new(
        "shaper",
        "A token bucket, as Linux's tbf: packets wait until there are tokens for their bits.",
        CreateShaper,
        Rate, Burst, PeakRate, PeakBurst, Latency, Limit)
    {
        Check = Check,
    };

    internal static readonly QueueKind Policer = new(
        "policer",
        "A token bucket before a fifo: what exceeds rate and burst is dropped as it comes.",
        values => new PolicerQueueOptions
        {
            Rate = new DataRate(values.Get(Rate).BitsPerSecond),
            Burst = values.Get(Burst).Bytes,
            LimitPackets = PacketsIn(values, Limit),
            LimitBytes = BytesIn(values, Limit),
        },
        Rate, Burst, Limit);

    private static ShaperQueueOptions CreateShaper(OptionValues values)
    {
        TimeSpan? latency = values.GivenOrNull(Latency)?.ToTimeSpan();
        return new ShaperQueueOptions
        {
            Rate = new DataRate(values.Get(Rate).BitsPerSecond),
            Burst = values.Get(Burst).Bytes,
            PeakRate = values.GivenOrNull(PeakRate) is { } peak ? new DataRate(peak.BitsPerSecond) : DataRate.Unlimited,
            PeakBurst = values.Get(PeakBurst).Bytes,
            Latency = latency,
            LimitPackets = latency is null ? PacketsIn(values, Limit) : null,
            LimitBytes = latency is null ? BytesIn(values, Limit) : null,
        };
    }

    private static (Option Option, string Problem)? Check(OptionValues values)
    {
        if (values.GivenOrNull(PeakRate) is { } peak && peak.BitsPerSecond <= values.Get(Rate).BitsPerSecond)
            return (PeakRate, $"peak-rate is {peak}, but must be more than rate, which is {values.Get(Rate)}");
        return values.Has(Latency) && values.Has(Limit)
            ? (Limit, "latency says how much the queue holds; write one of limit and latency")
            : null;
    }
}
