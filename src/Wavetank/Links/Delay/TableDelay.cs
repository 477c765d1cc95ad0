using Wavetank.Packets;

namespace Wavetank.Links.Delay;

/// <summary>A mean and, from a table of which each value is equally likely, so many deviations more or less.</summary>
/// <param name="mean">Nanoseconds.</param>
/// <param name="deviation">Nanoseconds.</param>
/// <param name="table">Deviations, in rising order.</param>
/// <param name="correlation">How much each number resembles the last.</param>
/// <param name="random">The numbers.</param>
internal sealed class TableDelay(long mean, long deviation, double[] table, double correlation, CorrelatedRandom random) : DelayModel
{
    public override long NextNanoseconds(Packet packet)
    {
        int index = Math.Min((int)(random.Next(correlation) * table.Length), table.Length - 1);
        return Math.Max(0, mean + (long)(deviation * table[index]));
    }
}
