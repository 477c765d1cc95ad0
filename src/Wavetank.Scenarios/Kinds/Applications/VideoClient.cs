using Wavetank.Applications.Video;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>video-client</c>.</summary>
internal static class VideoClient
{
    // The ladder of the paper's figures, in kbit/s.
    private static readonly long[] Ladder = [235, 375, 560, 750, 1050, 1750, 2350, 3000];

    internal static readonly Option<Destination> To = SharedOptions.To;

    internal static readonly Option<long> Segments = Option<long>.WithDefault(
        "segments", ValueFormats.Count, 30, "How many segments to play.", SharedOptions.Counts);

    internal static readonly Option<Duration> Segment = Option<Duration>.WithDefault(
        "segment", ValueFormats.Duration, new Duration(4_000_000_000), "The length of a segment.",
        new OrderedRange<Duration>(new Duration(1_000_000), new Duration(60_000_000_000)));

    internal static readonly ListOption<BitRate> Bitrates = new(
        "bitrates", ValueFormats.Rate,
        "The bitrate of each quality, rising; 235, 375, 560, 750, 1050, 1750, 2350 and 3000 kbps when absent.");

    internal static readonly Option<Duration> Buffer = Option<Duration>.WithDefault(
        "buffer", ValueFormats.Duration, new Duration(60_000_000_000), "How much video is held at most; more than the reservoir and than a segment.", SharedOptions.Positive);

    internal static readonly Option<Duration> Reservoir = Option<Duration>.WithDefault(
        "reservoir", ValueFormats.Duration, new Duration(10_000_000_000), "Below how much video the lowest bitrate is chosen; below nine tenths of the buffer.");

    internal static readonly ApplicationKind Kind = new(
        "video-client",
        "Plays adaptive video from a web-server: chooses each segment's bitrate by what is in its buffer.",
        [To, Segments, Segment, Bitrates, Buffer, Reservoir, .. TcpKeys.OfApplications],
        [
            Metrics.Count("Segments fetched.", Better.Higher),
            Metrics.Bytes,
            Metrics.Errors,
            Metrics.Goodput,
            new MetricKind("startup", "The time from the start to the first picture; a mean over players.", MetricUnit.Duration, Better.Lower),
            new MetricKind("stalls", "How often the picture stood still for want of video.", MetricUnit.Count, Better.Lower),
            new MetricKind("stalled", "How long it stood still altogether; a mean over players.", MetricUnit.Duration, Better.Lower),
            new MetricKind("bitrate", "The bitrate of the segments fetched, as a mean.", MetricUnit.Rate, Better.Higher),
            new MetricKind("switches", "How often the bitrate changed.", MetricUnit.Count, Better.Lower),
            Metrics.Retransmissions,
        ],
        Create)
    {
        Counts = new CountedWords("segment", "segments"),
        Check = CheckBuffer,
    };

    private static (Option Option, string Problem)? CheckBuffer(OptionValues values)
    {
        IReadOnlyList<BitRate> rates = values.Get(Bitrates);
        for (int i = 0; i < rates.Count; i++)
        {
            if (rates[i].BitsPerSecond <= (i == 0 ? 0 : rates[i - 1].BitsPerSecond))
                return (Bitrates, $"the bitrates rise from the lowest, more than 0, to the highest, but {rates[i]} does not");
        }

        Duration buffer = values.Get(Buffer);
        if (values.Get(Segment) >= buffer)
            return (Buffer, $"a buffer of {buffer} holds no more than one segment of {values.Get(Segment)}; write a longer one");
        return values.Get(Reservoir).Nanoseconds >= buffer.Nanoseconds / 10 * 9
            ? (Reservoir, $"the reservoir of {values.Get(Reservoir)} is not below nine tenths of the buffer of {buffer}; write a shorter one")
            : null;
    }

    private static Wavetank.Applications.Video.VideoClient Create(ApplicationContext context)
    {
        Destination to = context.Options.Get(To);
        IReadOnlyList<BitRate> rates = context.Options.Get(Bitrates);
        return new Wavetank.Applications.Video.VideoClient(new VideoOptions
        {
            Host = to.Device,
            Port = to.Port!.Value,
            Segments = context.Options.Get(Segments),
            SegmentLength = context.Options.Get(Segment).ToTimeSpan(),
            Bitrates = rates.Count > 0 ? [.. rates.Select(rate => rate.BitsPerSecond)] : [.. Ladder.Select(kilobits => kilobits * 1000)],
            Buffer = context.Options.Get(Buffer).ToTimeSpan(),
            Reservoir = context.Options.Get(Reservoir).ToTimeSpan(),
            Tcp = TcpKeys.Read(context.Options),
        });
    }
}
