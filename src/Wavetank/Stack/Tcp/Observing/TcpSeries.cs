namespace Wavetank.Stack.Tcp.Observing;

/// <summary>
/// A connection's samples, at most one for each bin of time. When they are full, bins become twice as wide and each keeps its first
/// sample: the memory is bounded whatever the run's length. The last sample, of the end of connection or run, is kept beside them.
/// </summary>
internal sealed class TcpSeries(long width)
{
    /// <summary>The most samples, the last one left out.</summary>
    public const int Capacity = 512;

    private List<TcpSample> _samples = [];
    private TcpSample? _last;
    private long _width = width;
    private long _nextAt;

    /// <summary>The samples in the order of time.</summary>
    public IReadOnlyList<TcpSample> Samples => _last is { } last ? [.. _samples, last] : [.. _samples];

    /// <summary>Whether a sample at this time would open a bin.</summary>
    public bool Wants(long now) => now >= _nextAt && _last is null;

    public void Add(in TcpSample sample)
    {
        while (_samples.Count == Capacity)
        {
            Widen();
        }

        _samples.Add(sample);
        _nextAt = ((sample.Time / _width) + 1) * _width;
    }

    public void End(in TcpSample sample) => _last = sample;

    /// <summary>The series as it would be if it ended now.</summary>
    public TcpSeries EndedBy(in TcpSample sample)
    {
        var ended = new TcpSeries(_width) { _samples = _samples };
        ended.End(_last ?? sample);
        return ended;
    }

    private void Widen()
    {
        _width *= 2;
        int kept = 0;
        long bin = -1;
        foreach (TcpSample sample in _samples.ToArray())
        {
            if (sample.Time / _width != bin)
            {
                bin = sample.Time / _width;
                _samples[kept++] = sample;
            }
        }

        _samples.RemoveRange(kept, _samples.Count - kept);
    }
}
