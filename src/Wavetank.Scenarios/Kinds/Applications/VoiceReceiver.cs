using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>voice-receiver</c>.</summary>
internal static class VoiceReceiver
{
    internal static readonly Option<long> Port = SharedOptions.Port;

    internal static readonly Option<Duration> JitterBuffer = Option<Duration>.WithDefault(
        "jitter-buffer", ValueFormats.Duration, new Duration(60_000_000), "How long a call's first frame is held before it is played; later frames follow in their turn.",
        new OrderedRange<Duration>(new Duration(0), new Duration(10_000_000_000)));

    internal static readonly ApplicationKind Kind = new(
        "voice-receiver",
        "Listens to voice-callers and estimates how good each call is.",
        [Port, JitterBuffer],
        [
            Metrics.Count("Frames heard.", Better.Higher),
            new MetricKind("bytes", "Bytes received, RTP headers included.", MetricUnit.Size, Better.Higher),
            Metrics.Errors,
            Metrics.Goodput,
            new MetricKind("mos", "The mean opinion score, 1 to 4.5, that the E-model estimates; a mean over calls.", MetricUnit.Mean, Better.Higher),
            new MetricKind("loss", "The part of frames that were not heard: lost on the way, or too late to be played.", MetricUnit.Part, Better.Lower),
            new MetricKind("late", "Frames that came too late to be played.", MetricUnit.Count, Better.Lower),
            new MetricKind("delay", "From mouth to ear: a frame's 20 ms, the way, and the wait in the jitter buffer; a mean over calls.", MetricUnit.Duration, Better.Lower),
            FurtherMetrics.Jitter,
        ],
        context => new Wavetank.Applications.Voice.VoiceReceiver(context.Options.Port(Port), context.Options.Get(JitterBuffer).ToTimeSpan()))
    {
        Counts = new CountedWords("frame", "frames"),
        IsServer = true,
    };
}
