using Wavetank.Engine;

namespace Wavetank.Links;

/// <summary>How long a link must be busy: while it sends without a pause at one rate, the sum of all bits by the rate, to the nanosecond.</summary>
internal sealed class TransmissionTimes
{
    private long _rate;
    private long _largestRate;
    private long _start;
    private long _bits;
    private long _slack;
    private bool _isFresh = true;

    /// <summary>Nanoseconds in all.</summary>
    public long Busy { get; private set; }

    /// <summary>Takes in a packet. False if it takes too long or too short.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="time">How long it takes.</param>
    /// <param name="freeAt">Until when the packet before it was being sent.</param>
    /// <param name="now">The time.</param>
    /// <param name="rate">Bits per second; 0 for no limit.</param>
    public bool Add(int bytes, long time, long freeAt, long now, long rate)
    {
        if (_isFresh || freeAt < now || rate != _rate)
        {
            // What a division left over at another rate may still be carried on: less than a nanosecond there.
            _slack = freeAt == now && rate > 0 && _largestRate > 0 ? (_largestRate / rate) + 1 : 0;
            _start = now;
            _bits = 0;
            _rate = rate;
            _isFresh = false;
        }

        _largestRate = Math.Max(_largestRate, rate);
        Busy += time;
        _bits += bytes * 8L;
        long expected = rate == 0 ? 0 : (long)((Int128)_bits * SimulationTime.NanosecondsPerSecond / rate);
        return now + time - _start - expected is var excess && excess >= 0 && excess <= _slack;
    }

    /// <summary>Takes in a packet that is not sent at a rate.</summary>
    public void AddUnrated(long time)
    {
        Busy += time;
        _isFresh = true;
    }

    /// <summary>What was being sent is not sent to its end.</summary>
    public void Restart() => _isFresh = true;
}
