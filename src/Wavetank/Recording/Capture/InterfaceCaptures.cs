using Wavetank.Packets;

namespace Wavetank.Recording.Capture;

/// <summary>
/// Writes a capture for each interface of a run, each as if it were taken there: no packet is in a file twice, so that the analysis of
/// Wireshark takes none for a retransmission that is none.
/// </summary>
/// <remarks>Pass it to <see cref="PacketEvents.Subscribe"/>. It costs a buffer and a stream for each interface of the network.</remarks>
public sealed class InterfaceCaptures : IPacketObserver, IDisposable
{
    private readonly Dictionary<string, PcapngWriter> _writers = new(StringComparer.Ordinal);
    private readonly HashSet<PcapngWriter> _used = [];
    private readonly (PcapngWriter Sending, PcapngWriter Receiving)?[] _points;

    // A host drops what has just arrived, so its drops belong to the interface that saw the last arrival.
    private PcapngWriter? _lastArrival;

    /// <summary>Begins the captures.</summary>
    /// <param name="open">Opens the stream for an interface such as <c>client.eth0</c>; it is left open.</param>
    /// <param name="events">The packet events of the run, for the names of places.</param>
    /// <param name="points">The directions of links that are captured.</param>
    public InterfaceCaptures(Func<string, Stream> open, PacketEvents events, IReadOnlyList<CapturePoint> points)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(points);
        _points = new (PcapngWriter, PcapngWriter)?[points.Count == 0 ? 0 : points.Max(point => point.Point) + 1];
        foreach (CapturePoint point in points)
        {
            _points[point.Point] = (Find(point.SendingInterface), Find(point.ReceivingInterface));
        }

        PcapngWriter Find(string name)
        {
            if (!_writers.TryGetValue(name, out PcapngWriter? writer))
            {
                var options = new CaptureOptions { Interfaces = [name] };
                writer = new PcapngWriter(open(name), events, points, options, leaveOpen: true);
                _writers.Add(name, writer);
            }

            return writer;
        }
    }

    /// <summary>The interfaces that saw a packet so far, in the order of the network.</summary>
    public IEnumerable<string> Used => _writers.Where(pair => _used.Contains(pair.Value)).Select(pair => pair.Key);

    /// <inheritdoc/>
    public void OnPacket(in PacketEvent packetEvent)
    {
        if ((uint)packetEvent.Point >= (uint)_points.Length || _points[packetEvent.Point] is not { } ends)
        {
            _lastArrival?.OnPacket(in packetEvent);
            return;
        }

        if (packetEvent.Kind == PacketEventKind.Arrived)
        {
            _lastArrival = ends.Receiving;
            Pass(ends.Receiving, in packetEvent);
            if (ReferenceEquals(ends.Sending, ends.Receiving))
            {
                return;
            }
        }

        Pass(ends.Sending, in packetEvent);
    }

    /// <inheritdoc/>
    public void OnNote(NetworkNote note)
    {
        foreach (PcapngWriter writer in _writers.Values)
        {
            writer.OnNote(note);
        }
    }

    /// <summary>Writes what is left of one capture and its statistics.</summary>
    /// <param name="name">The interface.</param>
    /// <exception cref="IOException">Its stream failed, now or during the run.</exception>
    public void Complete(string name) => _writers[name].Complete();

    /// <summary>Ends the captures; those that are not complete are left as they are.</summary>
    public void Dispose()
    {
        foreach (PcapngWriter writer in _writers.Values)
        {
            try
            {
                writer.Dispose();
            }
            catch (IOException)
            {
                // Whoever wants the file completes it and learns of it then.
            }
        }
    }

    private void Pass(PcapngWriter writer, in PacketEvent packetEvent)
    {
        if (packetEvent.Kind is PacketEventKind.Sent or PacketEventKind.Arrived or PacketEventKind.Dropped)
        {
            _used.Add(writer);
        }

        writer.OnPacket(in packetEvent);
    }
}
