using Wavetank.Engine;

namespace Wavetank.Packets;

/// <summary>
/// Where every room raises what happens to packets. The trace digest is always on; captures, logs and live views are observers.
/// </summary>
public sealed class PacketEvents
{
    private readonly Simulator _simulator;
    private readonly PacketPoints _points = new();
    private readonly DropCounts _drops = new();
    private IPacketObserver[] _observers = [];
    private long _nextPacketId = 1;

    internal PacketEvents(Simulator simulator) => _simulator = simulator;

    /// <summary>The points at which packets are seen, in the order in which they were made.</summary>
    public IReadOnlyList<PacketPoint> Points => _points;

    /// <summary>The trace digest so far, as 16 hexadecimal digits.</summary>
    public string DigestText => Digest.ToString();

    /// <summary>Packets sent so far by all hosts.</summary>
    public long PacketsSent => _nextPacketId - 1;

    /// <summary>Packets dropped so far at a point, for a reason.</summary>
    /// <param name="point">An index into <see cref="Points"/>.</param>
    /// <param name="reason">The reason.</param>
    public long Drops(int point, DropReason reason) => _drops[point, reason];

    internal TraceDigest Digest { get; } = new();

    /// <summary>Lets an observer see every event from now on.</summary>
    public void Subscribe(IPacketObserver observer) => _observers = [.. _observers, observer];

    internal int RegisterPoint(PacketPoint point) => _points.Add(point);

    internal int RegisterPoint(IPacketPlace place) => _points.Add(place);

    internal long TakePacketId() => _nextPacketId++;

    internal void Raise(PacketEventKind kind, int point, Packet packet, DropReason reason = DropReason.None)
    {
        Digest.Add(_simulator.NowNanoseconds, kind, reason, point, packet);
        if (reason != DropReason.None)
        {
            _drops.Count(point, reason);
        }

        if (_observers.Length > 0)
        {
            Notify(new PacketEvent(_simulator.Now, kind, reason, point, packet));
        }
    }

    /// <summary>Tells observers of something that happened to the network; it is no part of the digest.</summary>
    internal void Note(NetworkNote note)
    {
        foreach (IPacketObserver observer in _observers)
        {
            observer.OnNote(note);
        }
    }

    /// <summary>Ends a packet's way: the event with its reason, and the packet back to its pool.</summary>
    internal void Drop(int point, Packet packet, DropReason reason)
    {
        Raise(PacketEventKind.Dropped, point, packet, reason);
        packet.Release();
    }

    private void Notify(in PacketEvent packetEvent)
    {
        foreach (IPacketObserver observer in _observers)
        {
            observer.OnPacket(in packetEvent);
        }
    }
}
