using System.Numerics;

namespace Wavetank.Links;

/// <summary>
/// How long packets waited in queues, in nanoseconds. Number, least, greatest and mean are exact; percentiles are within 1.6 % of the
/// exact ones.
/// </summary>
/// <remarks>
/// 32 buckets for each power of two, made when a power first occurs: 3 KB for waits of up to a second, because a network may have very
/// many links before which a few packets wait.
/// </remarks>
public sealed class WaitTimes
{
    private const int SubBucketBits = 5;
    private const int SubBuckets = 1 << SubBucketBits;

    private uint[] _buckets = [];
    private long _zeros;
    private Int128 _sum;

    internal WaitTimes()
    {
    }

    /// <summary>How many packets.</summary>
    public long Count { get; private set; }

    /// <summary>The shortest wait, or 0 where there is none.</summary>
    public long Minimum { get; private set; }

    /// <summary>The longest wait, or 0 where there is none.</summary>
    public long Maximum { get; private set; }

    /// <summary>The mean wait, or 0 where there is none.</summary>
    public double Mean => Count == 0 ? 0 : (double)_sum / Count;

    /// <summary>The waits of several queues together.</summary>
    public static WaitTimes Sum(IEnumerable<WaitTimes> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var sum = new WaitTimes();
        foreach (WaitTimes part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }

    /// <summary>The wait that so many per cent of all do not exceed, by the nearest-rank method; 0 where there is none.</summary>
    /// <param name="percentile">0 (the minimum) to 100 (the maximum).</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is out of its range.</exception>
    public long Percentile(double percentile)
    {
        if (percentile is not (>= 0 and <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "A percentile is a number from 0 to 100.");
        }

        long rank = Math.Max(1, (long)decimal.Ceiling((decimal)percentile * Count / 100));
        if (Count == 0 || rank == 1 || rank == Count)
        {
            return rank == Count ? Maximum : Minimum;
        }

        if (rank <= _zeros)
        {
            return 0;
        }

        int index = 0;
        for (long seen = _zeros; seen + _buckets[index] < rank; index++)
        {
            seen += _buckets[index];
        }

        return Math.Clamp(MiddleOf(index), Minimum, Maximum);
    }

    /// <summary>The waits in rising order, each with how many packets waited so long: the middles of buckets, within the shortest and the longest wait.</summary>
    public IEnumerable<(long Nanoseconds, long Packets)> Values()
    {
        if (_zeros > 0)
        {
            yield return (0, _zeros);
        }

        for (int i = 0; i < _buckets.Length; i++)
        {
            if (_buckets[i] > 0)
            {
                yield return (Math.Clamp(MiddleOf(i), Minimum, Maximum), _buckets[i]);
            }
        }
    }

    /// <summary>The waits recorded, and those of packets that passed the queue by.</summary>
    /// <param name="recorded">Null for none.</param>
    /// <param name="sent">How many packets were sent in all.</param>
    internal static WaitTimes Of(WaitTimes? recorded, long sent)
    {
        var all = new WaitTimes();
        if (recorded is not null)
        {
            all.Add(recorded);
        }

        all.RecordZeros(sent - all.Count);
        return all;
    }

    internal void Record(long nanoseconds)
    {
        if (nanoseconds == 0)
        {
            RecordZeros(1);
            return;
        }

        Minimum = Count == 0 ? nanoseconds : Math.Min(Minimum, nanoseconds);
        Maximum = Math.Max(Maximum, nanoseconds);
        _sum += nanoseconds;
        Count++;
        BucketOf(IndexOf(nanoseconds))++;
    }

    private static int IndexOf(long value)
    {
        int shift = Math.Max(0, BitOperations.Log2((ulong)value | 1) - SubBucketBits);
        return (shift * SubBuckets) + (int)(value >> shift);
    }

    private static long MiddleOf(int index)
    {
        int shift = Math.Max(0, (index >> SubBucketBits) - 1);
        long low = (long)(index - (shift * SubBuckets)) << shift;
        return low + ((1L << shift) >> 1);
    }

    private void RecordZeros(long count)
    {
        if (count > 0)
        {
            Minimum = 0;
            Count += count;
            _zeros += count;
        }
    }

    private void Add(WaitTimes other)
    {
        if (other.Count == 0)
        {
            return;
        }

        Minimum = Count == 0 ? other.Minimum : Math.Min(Minimum, other.Minimum);
        Maximum = Math.Max(Maximum, other.Maximum);
        _sum += other._sum;
        Count += other.Count;
        _zeros += other._zeros;
        for (int i = 0; i < other._buckets.Length; i++)
        {
            BucketOf(i) += other._buckets[i];
        }
    }

    private ref uint BucketOf(int index)
    {
        if (index >= _buckets.Length)
        {
            Array.Resize(ref _buckets, (index | (SubBuckets - 1)) + 1);
        }

        return ref _buckets[index];
    }
}
