using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>What one direction of a link has done so far.</summary>
public sealed class LinkStatistics
{
    private static readonly int Reasons = Enum.GetValues<DropReason>().Length;

    // Made at the first drop: most directions of most links never drop anything.
    private long[]? _drops;
    private long _queueArea;
    private long _queueSince;
    private int _queueLength;
    private WaitTimes? _waits;

    /// <summary>Packets that the link began to send.</summary>
    public long SentPackets { get; private set; }

    /// <summary>Their bytes, from the IP header on.</summary>
    public long SentBytes { get; private set; }

    /// <summary>Packets that reached the far end, duplicates included.</summary>
    public long ArrivedPackets { get; private set; }

    /// <summary>Their bytes, from the IP header on.</summary>
    public long ArrivedBytes { get; private set; }

    /// <summary>Copies that the link made.</summary>
    public long DuplicatedPackets { get; internal set; }

    /// <summary>Packets of which the link turned a bit over, duplicates included.</summary>
    public long CorruptedPackets { get; internal set; }

    /// <summary>Nanoseconds in which the link was sending.</summary>
    public long BusyNanoseconds { get; private set; }

    /// <summary>The most packets that ever waited.</summary>
    public int LargestQueue { get; private set; }

    /// <summary>Packets that the queue marked as having met congestion instead of dropping them (RFC 3168).</summary>
    public long MarkedPackets { get; internal set; }

    /// <summary>Packets dropped by the link or its queue, for all reasons.</summary>
    public long DroppedPackets => _drops?.Sum() ?? 0;

    /// <summary>Packets dropped for one reason.</summary>
    public long Drops(DropReason reason) => _drops?[(int)reason] ?? 0;

    /// <summary>How long the packets that were sent had waited before; most of them, it may be, not at all. A copy of what is known so far.</summary>
    public WaitTimes QueueWaits() => WaitTimes.Of(_waits, SentPackets);

    /// <summary>The mean number of waiting packets from the start to <paramref name="nanoseconds"/> of simulated time.</summary>
    public double MeanQueue(long nanoseconds) =>
        nanoseconds == 0 ? 0 : (_queueArea + (_queueLength * (nanoseconds - _queueSince))) / (double)nanoseconds;

    /// <summary>The part of the time from the start to <paramref name="nanoseconds"/> in which the link was sending, 0 to 1.</summary>
    public double Utilisation(long nanoseconds) => nanoseconds == 0 ? 0 : Math.Min(1, BusyNanoseconds / (double)nanoseconds);

    /// <summary>The integral of the queue's length up to a time: packets times nanoseconds.</summary>
    internal Int128 QueueArea(long nanoseconds) => _queueArea + ((Int128)_queueLength * (nanoseconds - _queueSince));

    internal void CountSent(int bytes, long busyNanoseconds)
    {
        SentPackets++;
        SentBytes += bytes;
        BusyNanoseconds += busyNanoseconds;
    }

    internal void CountArrived(int bytes)
    {
        ArrivedPackets++;
        ArrivedBytes += bytes;
    }

    internal void CountDrop(DropReason reason) => (_drops ??= new long[Reasons])[(int)reason]++;

    internal void CountWait(long nanoseconds) => (_waits ??= new WaitTimes()).Record(nanoseconds);

    internal void QueueChanged(int length, long now)
    {
        _queueArea += _queueLength * (now - _queueSince);
        _queueSince = now;
        _queueLength = length;
        LargestQueue = Math.Max(LargestQueue, length);
    }
}
