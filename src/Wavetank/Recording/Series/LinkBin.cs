namespace Wavetank.Recording.Series;

/// <summary>What one direction of a link did in a part of the run.</summary>
/// <param name="Bytes">Bytes that it began to send, from the IP header on.</param>
/// <param name="WaitingTime">The integral of the queue's length over the bin: packets times nanoseconds. By the bin's width it is the mean queue.</param>
/// <param name="LargestQueue">The most packets that waited.</param>
/// <param name="Drops">Packets dropped by the queue or on the way.</param>
public readonly record struct LinkBin(long Bytes, long WaitingTime, int LargestQueue, long Drops)
{
    /// <summary>Two bins that follow each other, as one.</summary>
    internal static LinkBin Join(LinkBin first, LinkBin second) => new(
        first.Bytes + second.Bytes,
        first.WaitingTime + second.WaitingTime,
        Math.Max(first.LargestQueue, second.LargestQueue),
        first.Drops + second.Drops);
}
