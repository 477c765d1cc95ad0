using Wavetank.Packets;
using Wavetank.Recording.Drops;

namespace Wavetank.Recording.Connections;

/// <summary>What one end of a connection sends: where its sequence numbers are, and what of it was dropped and is still missing.</summary>
/// <param name="connection">The connection.</param>
/// <param name="isOpener">Whether this end opened it.</param>
/// <param name="initialSequence">Its initial sequence number.</param>
internal sealed class RecordedFlow(RecordedConnection connection, bool isOpener, uint initialSequence)
{
    // As many pending repairs as a flow may have: beyond them drops are counted, and not whether they were made good.
    private const int MostMissing = 4096;

    private readonly List<MissingBytes> _missing = [];
    private uint _next = initialSequence;
    private long _nextRelative;
    private int? _windowScale;

    public RecordedConnection Connection { get; } = connection;

    public bool IsOpener { get; } = isOpener;

    public uint InitialSequence { get; } = initialSequence;

    /// <summary>What the other end sends; null before it has sent anything.</summary>
    public RecordedFlow? Peer { get; set; }

    /// <summary>How far the other end has acknowledged, relative.</summary>
    private long Acknowledged { get; set; }

    /// <summary>A sequence number relative to the initial one. The circle is unrolled at the highest that was sent, which none is far from.</summary>
    public long RelativeOf(uint sequence) => _nextRelative + (int)(sequence - _next);

    /// <summary>The sender sends.</summary>
    /// <returns>The segment's relative sequence number, and whether all that it holds was sent before.</returns>
    public (long Sequence, bool IsRetransmission) Advance(in TcpHeader tcp, int payload)
    {
        long sequence = RelativeOf(tcp.SequenceNumber);
        int length = payload + ((tcp.Flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1 : 0);
        if (tcp.Has(TcpFlags.Syn))
        {
            _windowScale = tcp.Options.HasWindowScale ? tcp.Options.WindowScale : null;
        }

        if (tcp.Has(TcpFlags.Ack) && Peer is { } peer)
        {
            peer.Acknowledged = Math.Max(peer.Acknowledged, peer.RelativeOf(tcp.AcknowledgmentNumber));
        }

        long end = sequence + length;
        bool isAgain = length > 0 && end <= _nextRelative;
        if (end > _nextRelative)
        {
            _next += (uint)(end - _nextRelative);
            _nextRelative = end;
        }

        return (sequence, isAgain);
    }

    /// <summary>The window of a segment in bytes. That of a SYN is not scaled, and without the option at both ends none is (RFC 7323 §2.2).</summary>
    public long WindowOf(in TcpHeader tcp) =>
        tcp.Has(TcpFlags.Syn) || _windowScale is not { } scale || Peer is { _windowScale: null } ? tcp.Window : (long)tcp.Window << scale;

    /// <summary>A segment was dropped.</summary>
    public void Lose(LoggedSegment segment, DropEntry entry, DroppedPacket? packet, long now)
    {
        long from = Math.Max(segment.Sequence, Acknowledged);
        if (segment.Length > 0 && segment.End > from && _missing.Count < MostMissing)
        {
            entry.CountTcpSegment();
            _missing.Add(new MissingBytes(from, segment.End, now, entry, packet));
        }
    }

    /// <summary>A segment was delivered.</summary>
    public void Deliver(LoggedSegment segment, Engine.SimulationTime now)
    {
        for (int i = _missing.Count - 1; i >= 0; i--)
        {
            if (_missing[i].Fill(segment.Sequence, segment.End, now))
            {
                _missing.RemoveAt(i);
            }
        }
    }
}
