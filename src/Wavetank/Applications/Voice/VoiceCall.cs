using Wavetank.Applications.Datagrams;

namespace Wavetank.Applications.Voice;

/// <summary>What a listener hears of one call, behind a jitter buffer of a fixed length.</summary>
/// <param name="buffer">How long the first frame is held; every frame after it is played in its turn.</param>
internal sealed class VoiceCall(TimeSpan buffer)
{
    private readonly SequenceTracker _numbers = new();
    private long _highest;
    private long? _playoutOfFirst;

    public TransitTimes Transits { get; } = new();

    /// <summary>Frames that came in time.</summary>
    public long Heard { get; private set; }

    /// <summary>Frames that came after their turn.</summary>
    public long Late { get; private set; }

    public long Expected => _numbers.Expected;

    /// <summary>The part of frames that was not heard: lost on the way, or too late.</summary>
    public double Loss => Expected == 0 ? 0 : 1 - ((double)Heard / Expected);

    /// <summary>From mouth to ear in nanoseconds: a frame's own length, the way, and the wait in the buffer. The same for all frames.</summary>
    public double Delay { get; private set; }

    public void Add(ushort shortNumber, long sentAt, long now)
    {
        // RTP's sixteen bits count around; the nearest to the highest so far is meant.
        long number = Math.Max(0, _highest + (short)(ushort)(shortNumber - (ushort)_highest));
        _highest = Math.Max(_highest, number);
        if (!_numbers.Add(number))
        {
            return;
        }

        Transits.Add(now - sentAt);
        long frame = VoiceFrame.Length.Ticks * TimeSpan.NanosecondsPerTick;
        _playoutOfFirst ??= now + (buffer.Ticks * TimeSpan.NanosecondsPerTick) - (number * frame);
        long playout = _playoutOfFirst.Value + (number * frame);
        if (now > playout)
        {
            Late++;
            return;
        }

        Heard++;
        Delay = frame + playout - sentAt;
    }
}
