using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Recording.Series;

/// <summary>
/// Keeps what each direction of each link does over time: the rate, the queue and the drops. Pass it to <see cref="PacketEvents.Subscribe"/>
/// before the run. A direction that nothing is sent on costs eight bytes, each other one at most 20 KB.
/// </summary>
/// <param name="events">The packet events of the run.</param>
public sealed class LinkSeriesRecorder(PacketEvents events) : IPacketObserver
{
    private readonly List<LinkSeries?> _series = [];

    /// <inheritdoc/>
    public void OnPacket(in PacketEvent packetEvent)
    {
        if (packetEvent.Kind is PacketEventKind.Arrived or PacketEventKind.Delivered || SeriesAt(packetEvent.Point) is not { } series)
        {
            return;
        }

        long now = packetEvent.Time.Nanoseconds;
        switch (packetEvent.Kind)
        {
            case PacketEventKind.Queued:
                series.OnQueued(packetEvent.Packet.Id, now);
                break;
            case PacketEventKind.Sent:
                series.OnSent(packetEvent.Packet.Id, packetEvent.Packet.Length, now);
                break;
            default:
                series.OnDropped(packetEvent.Packet.Id, now);
                break;
        }
    }

    /// <summary>The series of a direction by its place, such as <c>link/client-server/forward</c>; only of those on which something was sent or dropped.</summary>
    /// <param name="now">The end of the run.</param>
    public IReadOnlyDictionary<string, LinkSeries> Complete(SimulationTime now)
    {
        var all = new Dictionary<string, LinkSeries>(StringComparer.Ordinal);
        for (int point = 0; point < _series.Count; point++)
        {
            if (_series[point] is { } series)
            {
                series.Complete(now);
                all.Add(events.Points[point].Path, series);
            }
        }

        return all;
    }

    /// <summary>Null where the point is a host.</summary>
    private LinkSeries? SeriesAt(int point)
    {
        while (_series.Count <= point)
        {
            _series.Add(null);
        }

        return _series[point] ??= events.Points[point].SendingInterface is null ? null : new LinkSeries();
    }
}
