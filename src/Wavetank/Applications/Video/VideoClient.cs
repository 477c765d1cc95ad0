using Wavetank.Applications.Requests;
using Wavetank.Engine;

namespace Wavetank.Applications.Video;

/// <summary>
/// Plays video whose segments it fetches one after the other, each at the bitrate that <see cref="BufferBasedRate"/> chooses. Plays as
/// soon as it has a segment, and stalls where it has none. Counts segments fetched.
/// </summary>
/// <param name="options">What it does.</param>
public sealed class VideoClient(VideoOptions options) : Application
{
    private const long RequestSize = 400;

    private readonly BufferBasedRate _choice =
        new(options.Bitrates, options.Reservoir.TotalSeconds, options.Buffer.TotalSeconds);

    private double _playedUntil;
    private double _bits;
    private double _stalled;
    private long _stalls;
    private long _switches;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var connection = new RequestConnection(options.Host, options.Port, options.Tcp);
        double length = options.SegmentLength.TotalSeconds;
        long start = timeProvider.GetTimestamp();
        int quality = 0;
        for (long segment = 0; segment < options.Segments; segment++)
        {
            // Where a segment more would not fit, it waits until it does.
            double over = segment == 0 ? 0 : _playedUntil - Now(timeProvider, start) + length - options.Buffer.TotalSeconds;
            if (over > 0)
            {
                await timeProvider.Delay(TimeSpan.FromTicks((long)(over * TimeSpan.TicksPerSecond) + 1));
            }

            int next = segment == 0 ? 0 : _choice.Next(quality, Math.Max(0, _playedUntil - Now(timeProvider, start)));
            _switches += next == quality ? 0 : 1;
            quality = next;

            // Whole numbers, so that every machine asks for the same bytes.
            long size = Math.Max(1, (long)((Int128)options.Bitrates[quality] * options.SegmentLength.Ticks / (8 * TimeSpan.TicksPerSecond)));
            if (await connection.FetchAsync(new RequestHeader(RequestSize, size)) is { } problem)
            {
                Metrics.AddError(problem);
                return;
            }

            Metrics.AddBytes(size, timeProvider);
            Play(segment, Now(timeProvider, start), length);
            _bits += options.Bitrates[quality];
            Measure();
        }
    }

    private static double Now(TimeProvider clock, long start) => (clock.GetTimestamp() - start) / 1e9;

    private void Play(long segment, double now, double length)
    {
        if (segment == 0)
        {
            Metrics.SetFigure("startup", ApplicationFigure.Mean(now * 1e9, 1));
            _playedUntil = now;
        }
        else if (now > _playedUntil)
        {
            _stalls++;
            _stalled += now - _playedUntil;
            _playedUntil = now;
        }

        _playedUntil += length;
        Metrics.Count++;
    }

    private void Measure()
    {
        Metrics.SetFigure("bitrate", ApplicationFigure.Mean(_bits, Metrics.Count));
        Metrics.SetFigure("stalls", ApplicationFigure.Sum(_stalls));
        Metrics.SetFigure("stalled", ApplicationFigure.Mean(_stalled * 1e9, 1));
        Metrics.SetFigure("switches", ApplicationFigure.Sum(_switches));
    }
}
