using Wavetank.Devices;
using Wavetank.Packets;

namespace Wavetank.Compare.Parallel;

/// <summary>Records the packet events of a run: when, at which device, and on which packet's way.</summary>
internal sealed class EventTrace : IPacketObserver
{
    private readonly Network _network;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<int, Place> _places = [];

    /// <summary>Begins to record. Devices and links may be added later, but before packets use them.</summary>
    public EventTrace(Network network)
    {
        _network = network;
        network.Events.Subscribe(this);
    }

    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>The links by name of the sending interface, with the least time that a packet takes on each.</summary>
    public IEnumerable<(string From, string To, long LookAhead)> Ways =>
        _network.Links.SelectMany(link => new[]
        {
            (DeviceOf(link.FirstInterface), DeviceOf(link.SecondInterface), LookAheadOf(link.Forward)),
            (DeviceOf(link.SecondInterface), DeviceOf(link.FirstInterface), LookAheadOf(link.Backward)),
        });

    public void OnPacket(in PacketEvent packetEvent)
    {
        if (!_places.TryGetValue(packetEvent.Point, out Place place))
        {
            PacketPoint point = _network.Events.Points[packetEvent.Point];
            place = point.SendingInterface is { } from
                ? new Place(DeviceOf(from), DeviceOf(point.ReceivingInterface!))
                : new Place(point.Path[(point.Path.IndexOf('/', StringComparison.Ordinal) + 1)..], "");
            _places.Add(packetEvent.Point, place);
        }

        // What arrives happens at the receiver; everything else at the sender, whose queue and transmitter it is.
        string device = packetEvent.Kind == PacketEventKind.Arrived ? place.To : place.From;
        _entries.Add(new Entry(packetEvent.Time.Nanoseconds, packetEvent.Kind, packetEvent.Point, packetEvent.Packet.Id, device));
    }

    private static string DeviceOf(string networkInterface) => networkInterface[..networkInterface.LastIndexOf('.')];

    private static long LookAheadOf(Links.LinkOptions options) => Math.Max(0, (options.Delay - options.Jitter).Ticks) * TimeSpan.NanosecondsPerTick;

    public readonly record struct Entry(long Time, PacketEventKind Kind, int Point, long Packet, string Device);

    private readonly record struct Place(string From, string To);
}
