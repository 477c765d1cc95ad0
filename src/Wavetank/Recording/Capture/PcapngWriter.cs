using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Recording.Capture;

/// <summary>
/// Writes a capture of a run as pcapng, for Wireshark and tshark: a packet is seen going out of the sending interface when the link
/// begins to send it, and coming in at the receiving interface when it has arrived.
/// </summary>
/// <remarks>
/// <para>
/// Packets are written from the IP header on (LINKTYPE_RAW), with nanosecond stamps; the run's start is 2000-01-01 00:00:00 UTC, as
/// for its <see cref="TimeProvider"/>. A packet has the same number (<c>epb_packetid</c>) wherever it is seen. At the end stand the
/// statistics of each interface: the packets seen, and those that it was given and could not send. A fault that began or ended is a
/// comment on the next packet. The same run gives the same bytes.
/// </para>
/// <para>
/// Wireshark's analysis of TCP takes a packet that it sees a second time for a retransmission. To study a connection, capture on the
/// interface of one end (<see cref="CaptureOptions.Interfaces"/>), or write a file for each (<see cref="InterfaceCaptures"/>).
/// </para>
/// <para>
/// Pass it to <see cref="PacketEvents.Subscribe"/>. It writes as the run goes on and keeps a bounded amount in memory. If the stream
/// fails, the run goes on without the capture; <see cref="Complete"/> throws.
/// </para>
/// </remarks>
public sealed class PcapngWriter : IPacketObserver, IDisposable
{
    private readonly RecordingStream _output;
    private readonly PcapngEncoder _encoder;
    private readonly InterfaceMap _interfaces;
    private readonly HeldPackets _held;
    private readonly DropComments _comments;
    private readonly CapturedDrops _drops;
    private readonly PendingNotes _notes = new();

    // What was sent and has neither arrived nor been dropped: when its link is cut, it is in the capture already.
    private readonly HashSet<(int Point, long Packet, ushort Fragment)> _underWay = [];

    private SimulationTime _now;

    /// <summary>Begins a capture.</summary>
    /// <param name="stream">Where it is written to, from the stream's position on.</param>
    /// <param name="events">The packet events of the run, for the names of places.</param>
    /// <param name="points">The directions of links that can be captured, each with its interfaces.</param>
    /// <param name="options">What is taken in; null means the defaults.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the capture is disposed.</param>
    /// <exception cref="ArgumentException">The options name an interface that no point has.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The snap length is out of its range.</exception>
    public PcapngWriter(
        Stream stream, PacketEvents events, IReadOnlyList<CapturePoint> points, CaptureOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(points);
        options ??= new CaptureOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.SnapLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.SnapLength, CaptureOptions.MaximumSnapLength);
        _interfaces = new InterfaceMap(points, options);
        _output = new RecordingStream(stream, "capture", leaveOpen);
        _encoder = new PcapngEncoder(_output);
        _held = new HeldPackets(options.SnapLength);
        _comments = new DropComments(events);
        _drops = options.Drops;

        // No host name, no operating system, no wall clock: the bytes follow from the run alone.
        _encoder.WriteSectionHeader(
            $"Wavetank {typeof(PcapngWriter).Assembly.GetName().Version?.ToString(3)}",
            "Simulated time: the run starts at 2000-01-01 00:00:00 UTC.");
        foreach (CapturedInterface captured in _interfaces.All)
        {
            _encoder.WriteInterface(captured, options.SnapLength);
        }
    }

    /// <inheritdoc/>
    public void OnPacket(in PacketEvent packetEvent)
    {
        if (_output.IsClosed)
        {
            return;
        }

        if (packetEvent.Time != _now || _held.IsFull)
        {
            WriteHeld();
            _now = packetEvent.Time;
        }

        InterfaceMap.Direction? direction = _interfaces.At(packetEvent.Point);
        switch (packetEvent.Kind)
        {
            case PacketEventKind.Sent when direction is not null:
                if (!direction.IsLoopback && _drops != CapturedDrops.None)
                {
                    _underWay.Add(KeyOf(in packetEvent));
                }

                Hold(direction.Sending, in packetEvent, CaptureDirection.Outbound).HasArrived = direction.IsLoopback;
                break;
            case PacketEventKind.Arrived when direction is { IsLoopback: false }:
                _underWay.Remove(KeyOf(in packetEvent));
                Hold(direction.Receiving, in packetEvent, CaptureDirection.Inbound).HasArrived = true;
                break;
            case PacketEventKind.Dropped:
                OnDropped(direction, in packetEvent);
                break;
        }
    }

    /// <summary>Takes in a note, which becomes a comment on the next packet; without one, on the statistics.</summary>
    /// <param name="note">The note.</param>
    public void OnNote(NetworkNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        _notes.Add(note);
    }

    /// <summary>Writes what is left and the statistics. The capture takes in nothing afterwards; later calls do nothing.</summary>
    /// <exception cref="IOException">The stream failed, now or during the run; the file ends where it did.</exception>
    public void Complete()
    {
        if (!_output.IsClosed)
        {
            WriteHeld();
            foreach (CapturedInterface captured in _interfaces.All)
            {
                _encoder.WriteStatistics(captured, _now, _notes.Take());
            }
        }

        _output.Complete();
    }

    /// <summary>Completes the capture and closes the stream, unless it is to stay open.</summary>
    /// <exception cref="IOException">The stream failed and <see cref="Complete"/> was not called before.</exception>
    public void Dispose()
    {
        try
        {
            Complete();
        }
        finally
        {
            _output.Dispose();
        }
    }

    private static (int Point, long Packet, ushort Fragment) KeyOf(in PacketEvent packetEvent) =>
        (packetEvent.Point, packetEvent.Packet.Id, packetEvent.Packet.FragmentOffset);

    private ref HeldPacket Hold(CapturedInterface? where, in PacketEvent packetEvent, CaptureDirection direction)
    {
        ref HeldPacket held = ref _held.Add(where, in packetEvent, direction);
        if (where is not null)
        {
            where.Seen++;
            held.Notes = _notes.Take();
        }

        return ref held;
    }

    private void OnDropped(InterfaceMap.Direction? direction, in PacketEvent packetEvent)
    {
        // What the link loses on its way is no failing of the interface.
        if (direction?.Sending is { } sender && packetEvent.Reason is not (DropReason.LinkLoss or DropReason.LinkDown))
        {
            sender.Dropped++;
        }

        bool wasUnderWay = direction is not null && _underWay.Remove(KeyOf(in packetEvent));

        if (_drops == CapturedDrops.None)
        {
            return;
        }

        bool noted = _held.TryNote(in packetEvent, onLink: direction is not null);
        if (packetEvent.Reason == DropReason.LinkDown && !noted && !wasUnderWay && direction?.Sending is { } cutOff)
        {
            // The host did send it: without it, a capture would not show what the cut did.
            ref HeldPacket held = ref Hold(cutOff, in packetEvent, CaptureDirection.Outbound);
            held.Reason = packetEvent.Reason;
            held.DropPoint = packetEvent.Point;
        }

        if (_interfaces.Drops is { } drops && (noted || IsWanted(direction)))
        {
            ref HeldPacket shown = ref Hold(drops, in packetEvent, CaptureDirection.Unknown);
            shown.Reason = packetEvent.Reason;
            shown.DropPoint = packetEvent.Point;
        }
    }

    /// <summary>Whether a drop belongs to the interfaces that are captured. Of a host it is not known which of its interfaces.</summary>
    private bool IsWanted(InterfaceMap.Direction? direction) =>
        direction is null ? !_interfaces.IsFiltered : direction.Sending is not null || direction.Receiving is not null;

    private void WriteHeld()
    {
        foreach (ref readonly HeldPacket held in _held.All)
        {
            if (held.Interface is not null)
            {
                _encoder.WritePacket(in held, _now, _held.BytesOf(in held), _comments.For(held.Reason, held.DropPoint));
            }
        }

        _held.Clear();
    }
}
