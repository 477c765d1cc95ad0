namespace Wavetank.Applications.Reports;

/// <summary>
/// The bytes of a transfer by interval, as iperf reports them. It needs no timer: what arrives says when it does. There are at most
/// 10,000 rows; where more are needed, two by two become one, and the interval is twice as long.
/// </summary>
/// <param name="interval">The length of an interval; more than zero.</param>
internal sealed class IntervalReport(TimeSpan interval) : IReport
{
    private const int Most = 10_000;

    private readonly List<long> _bytes = [];
    private long _length = interval.Ticks * TimeSpan.NanosecondsPerTick;
    private long _start = -1;
    private long _last;

    /// <summary>From when to when, in nanoseconds, bytes, and bits per second; the last row ends with the last byte.</summary>
    public IReadOnlyList<IReadOnlyList<ReportValue>> Rows => [.. _bytes.Select(Row)];

    /// <summary>The least and the most bits per second of an interval that is over; null before one is.</summary>
    public (long Least, long Most)? Extremes { get; private set; }

    /// <summary>The transfer begins. Of several transfers the first counts.</summary>
    public void Begin(long now) => _start = _start < 0 ? now : _start;

    /// <summary>Bytes of the transfer came, or went.</summary>
    public void Add(long bytes, long now)
    {
        Begin(now);
        while ((now - _start) / _length >= Most)
        {
            Halve();
        }

        int index = (int)((now - _start) / _length);
        while (_bytes.Count <= index)
        {
            if (_bytes.Count > 0)
            {
                Close(_bytes[^1]);
            }

            _bytes.Add(0);
        }

        _bytes[index] += bytes;
        _last = now;
    }

    private static long BitsPerSecond(long bytes, long nanoseconds) => nanoseconds > 0 ? (long)((Int128)bytes * 8_000_000_000 / nanoseconds) : 0;

    private void Close(long bytes)
    {
        long rate = BitsPerSecond(bytes, _length);
        Extremes = Extremes is { } now ? (Math.Min(now.Least, rate), Math.Max(now.Most, rate)) : (rate, rate);
    }

    private void Halve()
    {
        long[] all = [.. _bytes];
        _bytes.Clear();
        _length *= 2;
        Extremes = null;
        for (int i = 0; i < all.Length; i += 2)
        {
            if (_bytes.Count > 0)
            {
                Close(_bytes[^1]);
            }

            _bytes.Add(all[i] + (i + 1 < all.Length ? all[i + 1] : 0));
        }
    }

    private ReportValue[] Row(long bytes, int index)
    {
        long from = _start + (index * _length), until = index == _bytes.Count - 1 ? _last : from + _length;
        return [ReportValue.Of(from), ReportValue.Of(until), ReportValue.Of(bytes), ReportValue.Of(BitsPerSecond(bytes, until - from))];
    }
}
