using Wavetank.Engine;
using Wavetank.Recording.Drops;

namespace Wavetank.Recording.Connections;

/// <summary>Bytes that were dropped and have not reached the other end yet.</summary>
/// <param name="from">The first, relative.</param>
/// <param name="until">The one behind the last.</param>
/// <param name="droppedAt">When, in nanoseconds.</param>
/// <param name="entry">What counts the drop.</param>
/// <param name="packet">The packet, where it is kept.</param>
internal sealed class MissingBytes(long from, long until, long droppedAt, DropEntry entry, DroppedPacket? packet)
{
    private long _from = from;
    private long _until = until;

    /// <summary>Bytes reached the other end. What lies between others that are missing is not told apart: it comes from either side.</summary>
    /// <returns>Whether nothing is missing any more.</returns>
    public bool Fill(long from, long until, SimulationTime now)
    {
        if (from <= _from)
        {
            _from = Math.Max(_from, until);
        }

        if (until >= _until)
        {
            _until = Math.Min(_until, from);
        }

        if (_from < _until)
        {
            return false;
        }

        entry.CountRepair(now.Nanoseconds - droppedAt);
        packet?.RepairedAt = now;
        return true;
    }
}
