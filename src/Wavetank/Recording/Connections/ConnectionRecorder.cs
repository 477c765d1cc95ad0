using Wavetank.Packets;
using Wavetank.Recording.Drops;

namespace Wavetank.Recording.Connections;

/// <summary>
/// Keeps the segments of TCP connections and what became of each, and a ledger of all packets that were dropped. Pass it to
/// <see cref="PacketEvents.Subscribe"/> before the run. The memory is bounded: segments of the first 200 connections are kept, and the
/// first 20,000 connections are followed.
/// </summary>
/// <remarks>Where a link both duplicates and loses a packet, the first end that either comes to counts as the packet's.</remarks>
public sealed class ConnectionRecorder : IPacketObserver
{
    private readonly SendingDevices _devices;
    private readonly Dictionary<long, LoggedSegment> _underWay = [];
    private readonly RecordedFlows _flows = new();
    private readonly Stack<LoggedSegment> _unused = new();

    /// <summary>Makes a recorder.</summary>
    /// <param name="events">The packet events of the run.</param>
    /// <param name="deviceOf">The name of the device that has an address; null where none has it.</param>
    public ConnectionRecorder(PacketEvents events, Func<Address, string?> deviceOf)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(deviceOf);
        _devices = new SendingDevices(events, deviceOf);
        Drops = new DropLedger(events);
    }

    /// <summary>The connections, in the order in which they began.</summary>
    public IReadOnlyList<RecordedConnection> Connections => _flows.Connections;

    /// <summary>What was dropped, by all protocols.</summary>
    public DropLedger Drops { get; }

    /// <inheritdoc/>
    public void OnPacket(in PacketEvent packetEvent)
    {
        switch (packetEvent.Kind)
        {
            case PacketEventKind.Queued or PacketEventKind.Sent:
                if (IsFollowed(packetEvent.Packet) && !_underWay.ContainsKey(packetEvent.Packet.Id))
                {
                    Begin(in packetEvent);
                }

                break;
            case PacketEventKind.Delivered:
                if (_underWay.Remove(packetEvent.Packet.Id, out LoggedSegment? delivered))
                {
                    Deliver(delivered, in packetEvent);
                }

                break;
            case PacketEventKind.Dropped:
                Drop(in packetEvent);
                break;
        }
    }

    private static bool IsFollowed(Packet packet) =>
        packet.Protocol == IpProtocol.Tcp && packet.HasTransportHeader && !packet.IsArp && !packet.Source.IsLoopback;

    /// <summary>A packet is seen for the first time, where it leaves its host. Elsewhere it is a copy of one that ended.</summary>
    private LoggedSegment? Begin(in PacketEvent packetEvent)
    {
        Packet packet = packetEvent.Packet;
        if (!_devices.IsFirstPlace(packetEvent.Point, packet.Source) || _flows.Of(packet) is not { } flow)
        {
            return null;
        }

        flow.Connection.Total++;
        LoggedSegment segment = _unused.Count > 0 ? _unused.Pop() : new LoggedSegment();
        segment.Begin(flow, packet, packetEvent.Time);
        _underWay.Add(packet.Id, segment);
        if (flow.Connection.Log(segment) is { } free)
        {
            _unused.Push(free);
        }

        return segment;
    }

    private void Deliver(LoggedSegment segment, in PacketEvent packetEvent)
    {
        segment.EndAt(packetEvent.Time, drop: null);
        segment.Flow.Deliver(segment, packetEvent.Time);
        _flows.ExpectAnswer(segment.Flow, packetEvent.Packet);
        Release(segment);
    }

    private void Drop(in PacketEvent packetEvent)
    {
        if (!_underWay.Remove(packetEvent.Packet.Id, out LoggedSegment? segment) && IsFollowed(packetEvent.Packet) && Begin(in packetEvent) is { } begun)
        {
            // Its own host or the first link dropped it at once.
            segment = begun;
            _underWay.Remove(packetEvent.Packet.Id);
        }

        DropEntry entry = Drops.Count(in packetEvent);
        segment?.EndAt(packetEvent.Time, entry);
        DroppedPacket? packet = Drops.Keep(in packetEvent, entry, segment);
        if (segment is not null)
        {
            segment.Flow.Lose(segment, entry, packet, packetEvent.Time.Nanoseconds);
            Release(segment);
        }
    }

    private void Release(LoggedSegment segment)
    {
        if (segment.Flow.Connection.Ended(segment))
        {
            _unused.Push(segment);
        }
    }
}
