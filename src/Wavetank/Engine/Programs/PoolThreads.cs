namespace Wavetank.Engine.Programs;

/// <summary>How many threads the pool may have, to be restored.</summary>
internal readonly struct PoolThreads
{
    private static volatile bool _isNarrow;

    private readonly int _least;
    private readonly int _leastPorts;
    private readonly int _most;
    private readonly int _mostPorts;

    private PoolThreads(int least, int leastPorts, int most, int mostPorts)
    {
        _least = least;
        _leastPorts = leastPorts;
        _most = most;
        _mostPorts = mostPorts;
    }

    /// <summary>Whether a run has the pool, or waits to have it to itself: what else is queued there waits too.</summary>
    public static bool IsNarrow => _isNarrow;

    /// <summary>Holds the pool to one worker, and says what it was before.</summary>
    public static PoolThreads Narrow()
    {
        ThreadPool.GetMinThreads(out int least, out int leastPorts);
        ThreadPool.GetMaxThreads(out int most, out int mostPorts);
        ThreadPool.SetMinThreads(1, 1);
        ThreadPool.SetMaxThreads(1, 1);
        _isNarrow = true;
        return new PoolThreads(least, leastPorts, most, mostPorts);
    }

    /// <summary>How many workers of the pool that was narrowed are busy. The platform counts only up to the most that there may be.</summary>
    public static int CountBusy()
    {
        const int Many = 1024;
        ThreadPool.SetMaxThreads(Many, Many);
        ThreadPool.GetAvailableThreads(out int available, out _);
        ThreadPool.SetMaxThreads(1, 1);
        return Many - available;
    }

    public void Restore()
    {
        _isNarrow = false;
        ThreadPool.SetMaxThreads(_most, _mostPorts);
        ThreadPool.SetMinThreads(_least, _leastPorts);
    }
}
