using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Recording.Drops;

namespace Wavetank.Recording.Connections;

/// <summary>A segment while it is under way or in a log. Used again once it is neither.</summary>
internal sealed class LoggedSegment
{
    public RecordedFlow Flow { get; private set; } = null!;

    public bool IsUnderWay { get; private set; }

    /// <summary>Whether the log has no place for it any more, unless it turns out to be worth one.</summary>
    public bool IsEvicted { get; set; }

    public long Number { get; private set; }

    public long Sequence { get; private set; }

    public int Length { get; private set; }

    /// <summary>The sequence number behind it: SYN and FIN count one each (RFC 9293 §3.4).</summary>
    public long End { get; private set; }

    public bool IsRetransmission { get; private set; }

    public DropEntry? Drop { get; private set; }

    private SimulationTime _sentAt;
    private SimulationTime? _endedAt;
    private TcpFlags _flags;
    private long? _acknowledgment;
    private long _window;

    public void Begin(RecordedFlow flow, Packet packet, SimulationTime now)
    {
        ref readonly TcpHeader tcp = ref packet.Tcp;
        Flow = flow;
        IsUnderWay = true;
        IsEvicted = false;
        Number = flow.Connection.Total;
        Length = packet.PayloadLength;
        (Sequence, IsRetransmission) = flow.Advance(in tcp, Length);
        End = Sequence + Length + ((tcp.Flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1 : 0);
        Drop = null;
        _sentAt = now;
        _endedAt = null;
        _flags = tcp.Flags;
        _acknowledgment = tcp.Has(TcpFlags.Ack) && flow.Peer is { } peer ? peer.RelativeOf(tcp.AcknowledgmentNumber) : null;
        _window = flow.WindowOf(in tcp);
    }

    public void EndAt(SimulationTime now, DropEntry? drop)
    {
        IsUnderWay = false;
        _endedAt = now;
        Drop = drop;
    }

    public RecordedSegment ToRecord() => new(
        Number, Flow.IsOpener, _sentAt, _endedAt, Drop, _flags, Sequence, Length, _acknowledgment, _window, IsRetransmission);
}
