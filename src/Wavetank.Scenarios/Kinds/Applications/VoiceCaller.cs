using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>voice-caller</c>.</summary>
internal static class VoiceCaller
{
    internal static readonly Option<Destination> To = SharedOptions.To;

    internal static readonly Option<Duration> Duration = Option<Duration>.WithDefault(
        "duration", ValueFormats.Duration, new Duration(30_000_000_000), "How long the call lasts.", SharedOptions.Positive);

    internal static readonly ApplicationKind Kind = new(
        "voice-caller",
        "Speaks to a voice-receiver: a frame of G.711 in RTP every 20 ms.",
        [To, Duration],
        [
            Metrics.Count("Frames sent."),
            new MetricKind("bytes", "Bytes sent, RTP headers included.", MetricUnit.Size, Better.Neither),
            Metrics.Errors,
            Metrics.Goodput,
        ],
        context => new Wavetank.Applications.Voice.VoiceCaller(
            context.Options.Get(To).Device, context.Options.Get(To).Port!.Value, context.Options.Get(Duration).ToTimeSpan()))
    {
        Counts = new CountedWords("frame", "frames"),
    };
}
