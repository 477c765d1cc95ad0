using Wavetank.Links;

namespace Wavetank.Scenarios.Results;

/// <summary>What passed one direction of a link, or of several links together.</summary>
/// <param name="Packets">Packets that reached the far end, duplicates included; of several links the sum.</param>
/// <param name="Bytes">Their bytes from the IP header on; of several links the sum.</param>
/// <param name="Utilisation">The part of the measured time in which it was sending, 0 to 1; of several links the mean.</param>
/// <param name="MeanQueue">Packets that waited, as a mean over the measured time; of several links the mean.</param>
/// <param name="LargestQueue">The most packets that ever waited; of several links the largest.</param>
/// <param name="QueueWaits">How long each packet that was sent had waited before; of several links all of their packets.</param>
/// <param name="MarkedPackets">Packets that the queue marked instead of dropping them; of several links the sum.</param>
/// <param name="Drops">Packets dropped by the queue and on the way, by reason; of several links the sums.</param>
public sealed record DirectionFigures(
    long Packets, long Bytes, double Utilisation, double MeanQueue, int LargestQueue, WaitTimes QueueWaits, long MarkedPackets,
    IReadOnlyList<DropCount> Drops)
{
    /// <summary>Packets dropped for all reasons.</summary>
    public long DroppedPackets => Drops.Sum(drop => drop.Packets);
}
