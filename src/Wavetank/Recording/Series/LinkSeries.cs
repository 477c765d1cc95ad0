using Wavetank.Engine;

namespace Wavetank.Recording.Series;

/// <summary>
/// One direction of a link over time, in bins of equal width from the start of the run on. There are at most <see cref="Capacity"/>; when
/// time goes on beyond them, each two become one of twice the width. So the memory is bounded whatever the run's length.
/// </summary>
public sealed class LinkSeries
{
    /// <summary>The most bins.</summary>
    public const int Capacity = 512;

    /// <summary>The width of a bin at first, in nanoseconds: 0.1 ms.</summary>
    public const long FirstWidth = 100_000;

    // By their numbers: one that a queue never held is sent without having been there.
    private readonly HashSet<long> _waiting = [];
    private LinkBin[] _bins = new LinkBin[8];
    private long _since;

    internal LinkSeries()
    {
    }

    /// <summary>The width of a bin now, in nanoseconds: the first width, doubled as often as was needed.</summary>
    public long Width { get; private set; } = FirstWidth;

    /// <summary>How many bins there are; the time behind the last was quiet.</summary>
    public int Count { get; private set; }

    /// <summary>A bin.</summary>
    /// <param name="index">From 0; bin n lasts from n times the width to n + 1 times it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public LinkBin this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _bins[index];
        }
    }

    /// <summary>The series in fewer bins: each two of them one, as often as is needed.</summary>
    /// <param name="most">The most bins; 1 or more.</param>
    /// <returns>The width of a bin in nanoseconds, and the bins.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not positive.</exception>
    public (long Width, IReadOnlyList<LinkBin> Bins) AtMost(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        long width = Width;
        LinkBin[] bins = _bins[..Count];
        while (bins.Length > most)
        {
            bins = [.. bins.Chunk(2).Select(pair => pair.Length == 2 ? LinkBin.Join(pair[0], pair[1]) : pair[0])];
            width *= 2;
        }

        return (width, bins);
    }

    /// <summary>Counts what waits until now; to be called at the end of the run.</summary>
    /// <param name="now">The end.</param>
    public void Complete(SimulationTime now) => AddWaiting(now.Nanoseconds);

    internal void OnQueued(long packet, long now)
    {
        AddWaiting(now);
        _waiting.Add(packet);
    }

    internal void OnSent(long packet, int bytes, long now)
    {
        Leave(packet, now);
        ref LinkBin bin = ref At(now);
        bin = bin with { Bytes = bin.Bytes + bytes };
    }

    internal void OnDropped(long packet, long now)
    {
        Leave(packet, now);
        ref LinkBin bin = ref At(now);
        bin = bin with { Drops = bin.Drops + 1 };
    }

    private void Leave(long packet, long now)
    {
        if (_waiting.Count > 0)
        {
            AddWaiting(now);
            _waiting.Remove(packet);
        }
    }

    /// <summary>The queue was as long as it is since it last changed.</summary>
    private void AddWaiting(long now)
    {
        long from = _since;
        _since = now;
        if (_waiting.Count == 0 || now == from)
        {
            return;
        }

        At(now);
        while (from < now)
        {
            ref LinkBin bin = ref At(from);
            long until = Math.Min(now, ((from / Width) + 1) * Width);
            bin = bin with
            {
                WaitingTime = bin.WaitingTime + (_waiting.Count * (until - from)),
                LargestQueue = Math.Max(bin.LargestQueue, _waiting.Count),
            };
            from = until;
        }
    }

    private ref LinkBin At(long now)
    {
        while (now / Width >= Capacity)
        {
            Fold();
        }

        int index = (int)(now / Width);
        if (index >= _bins.Length)
        {
            Array.Resize(ref _bins, Math.Min(Capacity, Math.Max(index + 1, _bins.Length * 2)));
        }

        Count = Math.Max(Count, index + 1);
        return ref _bins[index];
    }

    private void Fold()
    {
        for (int i = 0; i < Count; i += 2)
        {
            _bins[i / 2] = LinkBin.Join(_bins[i], i + 1 < Count ? _bins[i + 1] : default);
        }

        int half = (Count + 1) / 2;
        Array.Clear(_bins, half, Count - half);
        Count = half;
        Width *= 2;
    }
}
