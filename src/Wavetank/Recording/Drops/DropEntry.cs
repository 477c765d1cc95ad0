using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Recording.Drops;

/// <summary>What one place dropped for one reason, and what it cost.</summary>
/// <param name="place">The place.</param>
/// <param name="reason">The reason.</param>
public sealed class DropEntry(PacketPoint place, DropReason reason)
{
    private Int128 _repairTime;

    /// <summary>Where.</summary>
    public PacketPoint Place { get; } = place;

    /// <summary>Why.</summary>
    public DropReason Reason { get; } = reason;

    /// <summary>How many packets.</summary>
    public long Packets { get; private set; }

    /// <summary>Their bytes, from the IP header on.</summary>
    public long Bytes { get; private set; }

    /// <summary>When the first was dropped.</summary>
    public SimulationTime First { get; private set; }

    /// <summary>When the last was dropped.</summary>
    public SimulationTime Last { get; private set; }

    /// <summary>TCP segments among them whose bytes the other end did not have yet.</summary>
    public long TcpSegments { get; private set; }

    /// <summary>Those of them whose bytes all reached the other end later.</summary>
    public long Repaired { get; private set; }

    /// <summary>The mean time from the drop to the repair, in nanoseconds; null where none was repaired.</summary>
    public long? MeanRepair => Repaired == 0 ? null : (long)(_repairTime / Repaired);

    /// <summary>The longest; null where none was repaired.</summary>
    public long? LongestRepair { get; private set; }

    internal void Count(SimulationTime time, int bytes)
    {
        First = Packets == 0 ? time : First;
        Last = time;
        Packets++;
        Bytes += bytes;
    }

    internal void CountTcpSegment() => TcpSegments++;

    internal void CountRepair(long nanoseconds)
    {
        Repaired++;
        _repairTime += nanoseconds;
        LongestRepair = Math.Max(LongestRepair ?? 0, nanoseconds);
    }
}
