using System.Numerics;

namespace Wavetank.Recording.Metrics;

/// <summary>
/// The distribution of whole numbers such as nanoseconds or bytes. Count, minimum, maximum and mean are exact; percentiles are exact up
/// to <see cref="MaximumRawCount"/> values, and beyond that within 0.4 % of the exact one.
/// </summary>
/// <remarks>
/// Beyond that count the values are held in buckets, 128 for each power of two (values below 256 have a bucket each), as
/// HdrHistogram does with two decimal digits. The memory stays below 60 KB, whatever is recorded.
/// </remarks>
public sealed class Histogram
{
    /// <summary>How many values are kept as they are.</summary>
    public const int MaximumRawCount = 1024;

    // 2^7 buckets for each power of two: half a bucket is at most 1/256 of the values in it.
    private const int SubBucketBits = 7;
    private const int SubBuckets = 1 << SubBucketBits;

    private long[] _raw = new long[16];
    private bool _isSorted = true;
    private long[]? _buckets;
    private Int128 _sum;

    /// <summary>How many values were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The smallest value, or 0 where there is none.</summary>
    public long Minimum { get; private set; }

    /// <summary>The largest value, or 0 where there is none.</summary>
    public long Maximum { get; private set; }

    /// <summary>The arithmetic mean, or 0 where there is no value.</summary>
    public double Mean => Count == 0 ? 0 : (double)_sum / Count;

    /// <summary>Whether percentiles are still exact.</summary>
    public bool IsExact => _buckets is null;

    /// <summary>Takes in a value.</summary>
    /// <param name="value">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public void Record(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Minimum = Count == 0 ? value : Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        _sum += value;
        if (_buckets is null && Count == MaximumRawCount)
        {
            MoveToBuckets();
        }

        if (_buckets is null)
        {
            Keep(value);
        }
        else
        {
            Fill(value, 1);
        }

        Count++;
    }

    /// <summary>Takes in all values of another histogram, as if they had been recorded here.</summary>
    public void Merge(Histogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._buckets is null)
        {
            // The count is read once, so that a histogram can be merged with itself.
            long[] values = other._raw;
            long count = other.Count;
            for (int i = 0; i < count; i++)
            {
                Record(values[i]);
            }

            return;
        }

        if (_buckets is null)
        {
            MoveToBuckets();
        }

        Minimum = Count == 0 ? other.Minimum : Math.Min(Minimum, other.Minimum);
        Maximum = Math.Max(Maximum, other.Maximum);
        _sum += other._sum;
        Count += other.Count;
        for (int i = 0; i < other._buckets.Length; i++)
        {
            AddTo(i, other._buckets[i]);
        }
    }

    /// <summary>The value that so many per cent of all values do not exceed, by the nearest-rank method; 0 where there is none.</summary>
    /// <param name="percentile">0 (the minimum) to 100 (the maximum).</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is out of its range.</exception>
    public long Percentile(double percentile)
    {
        if (!(percentile >= 0 && percentile <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "A percentile is a number from 0 to 100.");
        }

        // In decimal, where 99.9 % of 1000 is 999 and not a little more.
        long rank = Math.Max(1, (long)decimal.Ceiling((decimal)percentile * Count / 100));
        return Count == 0 ? 0
            : rank == 1 ? Minimum
            : rank == Count ? Maximum
            : _buckets is null ? ExactValue(rank)
            : BucketValue(rank);
    }

    /// <summary>
    /// The values in rising order, each with how often it was recorded; beyond <see cref="MaximumRawCount"/> values the middles of buckets,
    /// within the least and the greatest value.
    /// </summary>
    public IEnumerable<(long Value, long Count)> Values()
    {
        if (_buckets is null)
        {
            return _raw.Take((int)Count).GroupBy(value => value).OrderBy(values => values.Key).Select(values => (values.Key, values.LongCount()));
        }

        return _buckets.Select((count, index) => (Math.Clamp(MiddleOf(index), Minimum, Maximum), count)).Where(bucket => bucket.count > 0);
    }

    private static int IndexOf(long value)
    {
        // Below 2^8 the index is the value itself; above, the seven bits behind the leading one tell the bucket.
        int shift = Math.Max(0, BitOperations.Log2((ulong)value | 1) - SubBucketBits);
        return (shift * SubBuckets) + (int)(value >> shift);
    }

    private static long MiddleOf(int index)
    {
        int shift = Math.Max(0, (index >> SubBucketBits) - 1);
        long low = (long)(index - (shift * SubBuckets)) << shift;
        return low + ((1L << shift) >> 1);
    }

    private void Keep(long value)
    {
        if (Count == _raw.Length)
        {
            Array.Resize(ref _raw, _raw.Length * 2);
        }

        _raw[Count] = value;
        _isSorted = false;
    }

    private void MoveToBuckets()
    {
        _buckets = [];
        for (int i = 0; i < Count; i++)
        {
            Fill(_raw[i], 1);
        }

        _raw = [];
    }

    private void Fill(long value, long count) => AddTo(IndexOf(value), count);

    private void AddTo(int index, long count)
    {
        if (index >= _buckets!.Length)
        {
            Array.Resize(ref _buckets, (index | (SubBuckets - 1)) + 1);
        }

        _buckets[index] += count;
    }

    private long ExactValue(long rank)
    {
        if (!_isSorted)
        {
            Array.Sort(_raw, 0, (int)Count);
            _isSorted = true;
        }

        return _raw[rank - 1];
    }

    private long BucketValue(long rank)
    {
        int index = 0;
        for (long seen = _buckets![0]; seen < rank; seen += _buckets[index])
        {
            index++;
        }

        return Math.Clamp(MiddleOf(index), Minimum, Maximum);
    }
}
