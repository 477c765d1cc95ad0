using Wavetank.Engine;

namespace Wavetank.Stack.Icmp;

/// <summary>How many error messages a host sends in all, whoever receives them (Linux: net.ipv4.icmp_msgs_per_sec and icmp_msgs_burst).</summary>
/// <remarks>
/// As on Linux the bucket is filled once it is empty, with what the time since the last filling earned, but not within 20 ms of it. Unlike
/// Linux, where a message takes none, one or two at random so that nobody can count what others get, each takes one.
/// </remarks>
internal sealed class IcmpHostLimit(Simulator simulator)
{
    private const long Second = SimulationTime.NanosecondsPerSecond;
    private const long LeastPause = Second / 50;

    private long _filledAt = -Second;
    private int _left;

    /// <summary>Messages a second in the long run; with 0 there are none.</summary>
    public int PerSecond { get; set; } = 1000;

    /// <summary>Messages at once, at least 1.</summary>
    public int Burst { get; set; } = 50;

    /// <summary>Whether one more may be sent now. What is sent is counted by <see cref="Take"/>.</summary>
    public bool Allows()
    {
        if (_left > 0)
        {
            return true;
        }

        long now = simulator.NowNanoseconds;
        long passed = Math.Min(now - _filledAt, Second);
        long earned = passed < LeastPause ? 0 : PerSecond * passed / Second;
        if (earned > 0)
        {
            _filledAt = now;
            _left = (int)Math.Min(earned, Burst);
        }

        return _left > 0;
    }

    /// <summary>One was sent.</summary>
    public void Take() => _left--;
}
