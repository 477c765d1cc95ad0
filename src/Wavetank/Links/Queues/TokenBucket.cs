using Wavetank.Engine;

namespace Wavetank.Links.Queues;

/// <summary>Tokens for bytes, which come at a rate and of which no more than a burst is saved; exact to a bit's billionth.</summary>
internal sealed class TokenBucket(DataRate rate, long burst)
{
    /// <summary>The largest burst in bytes: its tokens still fit a whole number.</summary>
    public const long LargestBurst = 1_000_000_000;

    // A token is a bit times a nanosecond by a second: at a rate of R bits per second R of them come in a nanosecond.
    private readonly long _full = burst * 8 * SimulationTime.NanosecondsPerSecond;
    private readonly long _rate = rate.BitsPerSecond;
    private long _tokens = burst * 8 * SimulationTime.NanosecondsPerSecond;
    private long _at;

    public long Burst => burst;

    /// <summary>Takes the tokens of so many bytes, if there are as many.</summary>
    public bool TryTake(int bytes, long now)
    {
        if (Missing(bytes, now) > 0)
        {
            return false;
        }

        _tokens -= Cost(bytes);
        return true;
    }

    /// <summary>How many nanoseconds from now there will be tokens for so many bytes; 0 where there are.</summary>
    public long Wait(int bytes, long now) => Missing(bytes, now) is > 0 and var missing ? ((missing - 1) / _rate) + 1 : 0;

    private static long Cost(int bytes) => bytes * 8L * SimulationTime.NanosecondsPerSecond;

    private long Missing(int bytes, long now)
    {
        long room = _full - _tokens;
        long elapsed = now - _at;
        _tokens = elapsed > room / _rate ? _full : _tokens + (elapsed * _rate);
        _at = now;
        return Cost(bytes) - _tokens;
    }
}
