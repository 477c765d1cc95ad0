namespace Wavetank.Applications.Datagrams;

/// <summary>One sender's transit times, and their jitter as receivers of RTP estimate it.</summary>
internal sealed class TransitTimes
{
    private long? _last;

    /// <summary>Nanoseconds of all transits together.</summary>
    public double Sum { get; private set; }

    public long Count { get; private set; }

    /// <summary>The jitter in nanoseconds: a running mean of how much one transit differs from the one before.</summary>
    public double Jitter { get; private set; }

    public void Add(long nanoseconds)
    {
        Sum += nanoseconds;
        Count++;
        if (_last is { } last)
        {
            Jitter += (Math.Abs(nanoseconds - last) - Jitter) / 16;
        }

        _last = nanoseconds;
    }
}
