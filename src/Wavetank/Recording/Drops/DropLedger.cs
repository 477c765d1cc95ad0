using System.Runtime.InteropServices;
using Wavetank.Packets;
using Wavetank.Recording.Connections;

namespace Wavetank.Recording.Drops;

/// <summary>Which packets were dropped, where, and for which reason. Counts are of all; of the packets themselves the first ones are kept.</summary>
public sealed class DropLedger
{
    /// <summary>How many packets are kept.</summary>
    public const int MostPackets = 1000;

    private readonly PacketEvents _events;
    private readonly Dictionary<(int Point, DropReason Reason), DropEntry> _entries = [];
    private readonly List<DropEntry> _inOrder = [];
    private readonly List<DroppedPacket> _packets = [];

    internal DropLedger(PacketEvents events) => _events = events;

    /// <summary>How many packets were dropped in all.</summary>
    public long Total { get; private set; }

    /// <summary>Each place and reason, in the order of its first drop.</summary>
    public IReadOnlyList<DropEntry> Entries => _inOrder;

    /// <summary>The first packets that were dropped, in the order of time.</summary>
    public IReadOnlyList<DroppedPacket> Packets => _packets;

    /// <summary>Counts a packet.</summary>
    /// <returns>The entry that counts it.</returns>
    internal DropEntry Count(in PacketEvent packetEvent)
    {
        ref DropEntry? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, (packetEvent.Point, packetEvent.Reason), out _);
        if (entry is null)
        {
            entry = new DropEntry(_events.Points[packetEvent.Point], packetEvent.Reason);
            _inOrder.Add(entry);
        }

        entry.Count(packetEvent.Time, packetEvent.Packet.Length);
        Total++;
        return entry;
    }

    /// <summary>Keeps a packet that was counted, with what became of its segment.</summary>
    /// <returns>The packet; null where it is not among the first.</returns>
    internal DroppedPacket? Keep(in PacketEvent packetEvent, DropEntry entry, LoggedSegment? segment)
    {
        if (_packets.Count == MostPackets)
        {
            return null;
        }

        var packet = new DroppedPacket(in packetEvent, entry, segment?.ToRecord(), segment?.Flow.Connection);
        _packets.Add(packet);
        return packet;
    }
}
